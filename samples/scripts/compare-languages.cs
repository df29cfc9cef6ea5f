#!/usr/bin/env dotnet
#:project ../../src/Lingotto.Automotive/Lingotto.Automotive.csproj
// dotnet run compare-languages.cs
// The same facts in Italian and in English have the same entities and the same event keys.
using Lingotto;
using Lingotto.Automotive;
using Lingotto.Domain;

var lingotto = AutomotivePipeline.CreateDefault();
var day = new DateOnly(2025, 9, 15);
ArticleAnalysis italian = lingotto.Analyze(new Article("La produzione della Jeep Compass è partita ieri a Melfi.") { Published = day });
ArticleAnalysis english = lingotto.Analyze(new Article("Production of the Jeep Compass started at Melfi yesterday.") { Published = day });
foreach (ArticleAnalysis analysis in new[] { italian, english })
{
    Console.WriteLine($"{analysis.Language}: {string.Join(' ', analysis.Entities.Select(e => e.Kb?.Value ?? "NIL").Order())}");
    foreach (MergedEvent e in analysis.MergedEvents) Console.WriteLine($"    {e.Key}");
}
