using Baton.Handoffs.Leads;

namespace Baton.Bot.Import;

/// <summary>Says what the columns of a file are, and what is wrong with them.</summary>
internal static class FileHeadings
{
    internal static IReadOnlyList<ImportColumn> Columns(IReadOnlyList<string> headings, ImportMapping mapping)
    {
        var columns = new List<ImportColumn>();
        foreach (var heading in headings)
        {
            var name = string.IsNullOrWhiteSpace(heading) ? $"column {columns.Count + 1}" : heading.Trim();
            var same = columns.Count(c => c.Heading == name);
            columns.Add(mapping.ColumnOf(heading, same == 0 ? name : $"{name} ({same + 1})") with { Heading = name });
        }

        return columns;
    }

    internal static IReadOnlyList<FieldError> Errors(IReadOnlyList<ImportColumn> columns, ImportMapping mapping, IReadOnlyList<string> required) =>
        [.. Missing(columns, mapping, required), .. Ambiguous(columns)];

    private static IEnumerable<FieldError> Missing(IReadOnlyList<ImportColumn> columns, ImportMapping mapping, IReadOnlyList<string> required)
    {
        IEnumerable<string> keys = mapping.Source is null ? [LeadField.ExternalId.Path(), LeadField.Source.Path()] : [LeadField.ExternalId.Path()];
        return keys.Concat(required).Distinct(StringComparer.Ordinal).Where(path => !columns.Any(c => c.Fills(path))).Select(path => new FieldError(
            path,
            "no such column",
            mapping.HeadingsFor(path).ToList() is { Count: > 0 } right ? $"a column with the heading {string.Join(" or ", right)}" : $"a column that Import:Mappings:{mapping.Name}:Columns maps to {path}"));
    }

    private static IEnumerable<FieldError> Ambiguous(IReadOnlyList<ImportColumn> columns) => columns
        .SelectMany((c, at) => c.Targets.Where(t => t is not ColumnTarget.Attribute).Select(t => (Target: t, Named: $"{c.Heading} (column {at + 1})")))
        .GroupBy(c => c.Target).Where(g => g.Count() > 1)
        .Select(g => new FieldError("headings", FieldError.Shown(string.Join(" and ", g.Select(c => c.Named))), "different things: both fill the same field, so remove or rename one"));
}
