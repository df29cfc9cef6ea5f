#!/usr/bin/env dotnet
#:project ../../src/Lingotto.Automotive/Lingotto.Automotive.csproj
// dotnet run entities.cs -- "text of an article"
// Prints each entity with its identifier. Outside this repository replace the first line by  #:package Lingotto.Automotive@0.1.0
using Lingotto;
using Lingotto.Automotive;
using Lingotto.Domain;

string text = args.Length > 0 ? string.Join(' ', args) : "Stellantis will build the Jeep Compass at its Melfi plant in Basilicata.";
ArticleAnalysis analysis = AutomotivePipeline.CreateDefault().Analyze(new Article(text));
foreach (Entity entity in analysis.Entities) Console.WriteLine($"{entity.Kb?.Value ?? "NIL",-28} {entity.Name}");
