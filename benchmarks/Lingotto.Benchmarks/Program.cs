using System.Diagnostics;
using BenchmarkDotNet.Configs;
using BenchmarkDotNet.Jobs;
using BenchmarkDotNet.Running;
using BenchmarkDotNet.Toolchains.InProcess.Emit;
using Lingotto.Benchmarks;

long entry = Stopwatch.GetTimestamp();
if (args is [Load.Child, ..]) return Load.RunChild(args, entry);

// In process: the benchmark library is older than the runtime and does not know how to build for it.
Job job = args.Contains("--smoke") ? Job.Dry : Job.ShortRun;
IConfig config = DefaultConfig.Instance.AddJob(job.WithToolchain(InProcessEmitToolchain.Instance)).WithOptions(ConfigOptions.JoinSummary);
if (args.Contains("--soak")) return Soak.Run(args);
if (args.Contains("--load")) return Load.Run();
if (args.Contains("--speed")) return Speed.Run();
BenchmarkSwitcher.FromAssembly(typeof(Program).Assembly).Run([.. args.Where(a => a != "--smoke")], config);
return 0;
