using Lingotto.Adapters.Benchmarks;
using Lingotto.Engines;

// The tables of docs/adapters.md: dotnet run -c Release --project src/adapters/benchmarks -- --data ../shared/data
// and of its events: --events ../shared/gold
if (args is ["--events", var gold]) return EventProposers.Run(gold, Console.Out);
return EngineProgram.Run(args,
[
    ("Catalyst by itself", () => new BareCatalystEngine()),
    ("Catalyst through the adapter", () => new CatalystEngine()),
    ("LanguageDetection, 53 languages", () => new LanguageDetectionEngine("LanguageDetection, 53 languages")),
    ("LanguageDetection, it and en", () => new LanguageDetectionEngine("LanguageDetection, it and en", "it", "en")),
]);
