using System.Globalization;

namespace Baton.Benchmarks.Figures;

/// <summary>The figures of a run as the markdown table that the documentation holds.</summary>
internal sealed class FigureTable
{
    private readonly List<string> rows = ["| What | Baton | Peer | Ratio | Wanted |", "|---|---|---|---|---|"];

    public void Add(string what, string baton, string peer, double? ratio, string wanted) =>
        rows.Add(string.Create(CultureInfo.InvariantCulture, $"| {what} | {baton} | {peer} | {(ratio is { } it ? it.ToString("0.00", CultureInfo.InvariantCulture) : "")} | {wanted} |"));

    public void Add(FigureTable other) => rows.AddRange(other.rows.Skip(2));

    public override string ToString() => string.Join('\n', rows);
}
