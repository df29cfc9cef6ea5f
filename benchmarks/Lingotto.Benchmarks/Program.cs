using System.Diagnostics;
using BenchmarkDotNet.Configs;
using BenchmarkDotNet.Running;
using Lingotto.Benchmarks;
using Lingotto.Engines;

long entry = Stopwatch.GetTimestamp();
if (args is [Load.Child, ..]) return Load.RunChild(args, entry);

if (args is [PeakMemory.Option, ..] or ["--engines", ..]) return EngineProgram.Run([.. args.SkipWhile(a => a == "--engines")], []);
if (args.Contains("--soak")) return Soak.Run(args);
if (args.Contains("--load")) return Load.Run();
if (args.Contains("--speed")) return Speed.Run(args);
if (args.Contains("--scaling")) return Scaling.Run(args);
if (args.Contains("--start")) return Start.Run(args);
if (args.Contains("--results")) return Results.Run(args);
IConfig config = DefaultConfig.Instance.AddJob(args.Contains("--smoke") ? Jobs.Smoke : Jobs.Short).WithOptions(ConfigOptions.JoinSummary);
BenchmarkSwitcher.FromAssembly(typeof(Program).Assembly).Run([.. args.Where(a => a != "--smoke")], config);
return 0;
