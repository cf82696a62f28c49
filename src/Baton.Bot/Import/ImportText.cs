using System.Globalization;
using System.Text;

namespace Baton.Bot.Import;

/// <summary>A report for reading, in English like all of the API.</summary>
internal static class ImportText
{
    internal static string Of(ImportReport report)
    {
        var text = new StringBuilder();
        foreach (var (name, count) in Lines(report))
        {
            text.Append(CultureInfo.InvariantCulture, $"{name,-12} {count,8}\n");
        }

        foreach (var wrong in report.Wrong)
        {
            text.Append(CultureInfo.InvariantCulture, $"line {wrong.Line}: {wrong.Field} is '{wrong.Value}', but must be {wrong.Rule}.\n");
        }

        return More(report) is { } more ? text.Append(more).Append('\n').ToString() : text.ToString();
    }

    /// <summary>The counts with their names, in the order in which they are told.</summary>
    internal static IReadOnlyList<(string Name, int Count)> Lines(ImportReport report) =>
    [
        ("rows", report.Rows),
        ("offered", report.Results.Offered),
        ("returned", report.Results.Returned),
        ("duplicate", report.Results.Duplicate),
        ("unqualified", report.Results.Unqualified),
        ("suppressed", report.Results.Suppressed),
        ("invalid", report.Results.Invalid),
        ("repeated", report.Repeated),
    ];

    /// <summary>Says that not all wrong rows are listed; null when they are.</summary>
    internal static string? More(ImportReport report) => report.Results.Invalid > ImportReport.MaxWrongRows
        ? $"{report.Results.Invalid} rows are wrong; the first {ImportReport.MaxWrongRows} of them are listed."
        : null;
}
