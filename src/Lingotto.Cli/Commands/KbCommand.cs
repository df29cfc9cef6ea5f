using System.CommandLine;
using Lingotto.Automotive;
using Lingotto.Domain;

namespace Lingotto.Cli.Commands;

/// <summary><c>lingotto kb</c>: looks into the knowledge base.</summary>
internal static class KbCommand
{
    public static Command Create(Terminal terminal)
    {
        var command = new Command("kb", "Looks into the knowledge base.");
        command.Subcommands.Add(Search(terminal));
        command.Subcommands.Add(Show(terminal));
        return command;
    }

    private static Command Search(Terminal terminal)
    {
        var command = new Command("search", "Finds entities by a name, or a part of one: identifier TAB kind TAB Italian name TAB English name.");
        var name = new Argument<string>("NAME") { Description = "The name, in any case, with or without accents." };
        var limit = new Option<int>("--limit") { Description = "How many to print at most.", DefaultValueFactory = _ => 20 };
        command.Arguments.Add(name);
        command.Options.Add(limit);
        command.SetAction(parsed =>
        {
            IReadOnlyList<KnowledgeBaseEntry> found = KnowledgeBase.Default.Search(parsed.GetRequiredValue(name));
            foreach (KnowledgeBaseEntry entry in found.Take(parsed.GetValue(limit))) terminal.Out.WriteLine($"{entry.Id}\t{KindOf(entry)}\t{entry.NameIt}\t{entry.NameEn}");
            if (found.Count == 0) terminal.Error($"The knowledge base has no name like '{parsed.GetValue(name)}'.");
            return found.Count > 0 ? ExitCode.Success : ExitCode.Failure;
        });
        return HelpText.WithExamples(command, "lingotto kb search mirafiori\nlingotto kb search \"alfa romeo\" --limit 5");
    }

    private static Command Show(Terminal terminal)
    {
        var command = new Command("show", "Prints all that is known of an entity.");
        var id = new Argument<string>("ID") { Description = "The identifier, such as plant:mirafiori." };
        command.Arguments.Add(id);
        command.SetAction(parsed =>
        {
            if (!EntityId.TryParse(parsed.GetRequiredValue(id), out EntityId entity)) throw new UsageException($"'{parsed.GetValue(id)}' is no identifier: expected prefix:slug, such as plant:mirafiori. 'lingotto kb search NAME' finds them.");
            if (KnowledgeBase.Default.Find(entity) is not { } entry)
            {
                terminal.Error($"The knowledge base has no '{entity}'. 'lingotto kb search NAME' finds identifiers by name.");
                return ExitCode.Failure;
            }

            Print(terminal.Out, KnowledgeBase.Default, entry);
            return ExitCode.Success;
        });
        return HelpText.WithExamples(command, "lingotto kb show plant:mirafiori");
    }

    private static void Print(TextWriter output, KnowledgeBase knowledge, KnowledgeBaseEntry entry)
    {
        Line("id", entry.Id.Value);
        Line("kind", KindOf(entry));
        Line("Italian", entry.NameIt);
        Line("English", entry.NameEn);
        if (entry.Aliases.Count > 0) Line("also", string.Join(", ", entry.Aliases));
        if (entry.AmbiguousNames.Count > 0) Line("ambiguous", string.Join(", ", entry.AmbiguousNames));
        foreach (KnowledgeBaseEntry ancestor in knowledge.Ancestors(entry.Id)) Line("part of", ancestor.ToString());
        if (knowledge.TownOf(entry.Id) is { } town && town.Id != entry.Id) Line("town", town.ToString());
        if (knowledge.RegionOf(entry.Id) is { } region && region.Id != entry.Id) Line("region", region.ToString());
        foreach (KeyValuePair<string, string> attribute in entry.Attributes) Line(attribute.Key, attribute.Value);
        IReadOnlyList<KnowledgeBaseEntry> children = knowledge.Children(entry.Id);
        foreach (KnowledgeBaseEntry child in children.Take(30)) Line("has", child.ToString());
        if (children.Count > 30) Line("has", $"… and {children.Count - 30} more");

        void Line(string key, string value) => output.WriteLine($"{key,-12} {value}");
    }

    private static string KindOf(KnowledgeBaseEntry entry) => entry.Subkind is { } subkind ? $"{entry.Kind}/{subkind}" : entry.Kind.Name;
}
