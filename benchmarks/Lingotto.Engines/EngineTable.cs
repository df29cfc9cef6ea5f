namespace Lingotto.Engines;

/// <summary>A Markdown table with a column for each engine that has a figure in it; the best figure of a row is bold.</summary>
internal sealed class EngineTable(string[] heads, string[] engines)
{
    private readonly List<(string[] Names, (double Value, string Text)?[] Cells, bool IsLeastBest)> _rows = [];

    public void Add(string[] names, (double Value, string Text)?[] cells, bool isLeastBest) => _rows.Add((names, cells, isLeastBest));

    public void WriteTo(TextWriter output)
    {
        int[] columns = [.. Enumerable.Range(0, engines.Length).Where(i => _rows.Exists(r => r.Cells[i] is not null))];
        Write(output, heads, columns.Select(i => engines[i]));
        Write(output, [.. heads.Select(_ => "---")], columns.Select(_ => "---:"));
        foreach ((string[] names, (double Value, string Text)?[] cells, bool isLeastBest) in _rows)
        {
            double[] values = [.. cells.Where(c => c is not null).Select(c => c!.Value.Value)];
            double best = values.Length == 0 ? 0 : isLeastBest ? values.Min() : values.Max();
            Write(output, names, columns.Select(i => cells[i] is not { } cell ? "–" : cell.Value == best ? $"**{cell.Text}**" : cell.Text));
        }

        output.Flush();
    }

    private static void Write(TextWriter output, string[] names, IEnumerable<string> cells) => output.Write($"| {string.Join(" | ", names.Concat(cells))} |\n");
}
