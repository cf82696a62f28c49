using System.Text;
using Baton.Handoffs.Leads;
using NodaTime;

namespace Baton.Bot.Import;

/// <summary>What the columns of one kind of file mean, made ready for reading.</summary>
public sealed class ImportMapping
{
    private readonly Dictionary<string, string> targets;
    private readonly Dictionary<string, Glob[]> qualified;

    /// <summary>Makes a mapping of its options, which must be valid (<see cref="ImportOptions.Validate"/>).</summary>
    /// <param name="name">Its name.</param>
    /// <param name="options">What its columns mean.</param>
    /// <param name="zone">The zone when the options name none.</param>
    public ImportMapping(string name, MappingOptions options, string zone)
    {
        Name = name;
        Source = options.Source;
        Headings = [.. options.Columns.Keys];
        Times = new FileTimes(DateTimeZoneProviders.Tzdb[options.TimeZone ?? zone], options.DateFormats);
        targets = ByHeading(options.Columns, t => t);
        qualified = ByHeading(options.QualifiedWhen, values => values.Select(v => new Glob(v)).ToArray());
    }

    /// <summary>Its name, such as <c>hubspot</c>.</summary>
    public string Name { get; }

    /// <summary>The source of every lead, or null.</summary>
    public string? Source { get; }

    /// <summary>The headings that it knows, as they are written.</summary>
    public IReadOnlyList<string> Headings { get; }

    /// <summary>How its times are read.</summary>
    public FileTimes Times { get; }

    /// <summary>Whether it knows what a heading means.</summary>
    public bool Knows(string heading) => targets.ContainsKey(Normal(heading));

    /// <summary>What a column means: what the mapping says, else an attribute.</summary>
    /// <param name="heading">Its heading.</param>
    /// <param name="attribute">The attribute's name when the mapping does not know the heading.</param>
    public ImportColumn ColumnOf(string heading, string attribute)
    {
        var key = Normal(heading);
        ColumnTarget[] fills = [new ColumnTarget.Attribute(attribute)];
        if (targets.TryGetValue(key, out var text) && !ColumnTarget.TryParse(text, heading.Trim(), out fills))
        {
            throw new InvalidOperationException($"The column {heading} of the mapping {Name} fills '{text}', which validation refuses.");
        }

        return new ImportColumn(heading.Trim(), fills, qualified.GetValueOrDefault(key));
    }

    /// <summary>The headings that would fill a field, for telling what is missing.</summary>
    public IEnumerable<string> HeadingsFor(string path) => Headings.Where(h => ColumnOf(h, h).Fills(path));

    private static Dictionary<string, TTo> ByHeading<TFrom, TTo>(Dictionary<string, TFrom> from, Func<TFrom, TTo> to)
    {
        var by = new Dictionary<string, TTo>(StringComparer.Ordinal);
        foreach (var (heading, value) in from)
        {
            by[Normal(heading)] = to(value);
        }

        return by;
    }

    private static string Normal(string heading) =>
        string.Concat(heading.Normalize(NormalizationForm.FormKC).Where(c => !char.IsWhiteSpace(c))).ToUpperInvariant();
}
