namespace Baton.Bot.Import;

/// <summary>The known and the configured mappings.</summary>
public sealed class ImportMappings
{
    private readonly List<ImportMapping> mappings;

    /// <summary>Makes them of valid options.</summary>
    public ImportMappings(ImportOptions options)
    {
        var names = KnownMappings.All.Keys.Concat(options.Mappings.Keys).Distinct(StringComparer.OrdinalIgnoreCase);
        mappings = [.. names.Select(n => new ImportMapping(n, Combined(KnownMappings.All.GetValueOrDefault(n), options.Mappings.GetValueOrDefault(n)), options.TimeZone))];
    }

    /// <summary>Their names.</summary>
    public IEnumerable<string> Names => mappings.Select(m => m.Name);

    /// <summary>The mapping of that name, in any case, or null.</summary>
    public ImportMapping? Find(string name) => mappings.Find(m => string.Equals(m.Name, name, StringComparison.OrdinalIgnoreCase));

    /// <summary>The mapping that knows most of the headings; null when none knows any.</summary>
    public ImportMapping? Recognise(IReadOnlyList<string> headings) =>
        mappings.Select(m => (Mapping: m, Known: headings.Count(m.Knows))).Where(m => m.Known > 0).OrderByDescending(m => m.Known).FirstOrDefault().Mapping;

    private static MappingOptions Combined(MappingOptions? known, MappingOptions? own) => own is null ? known! : new MappingOptions
    {
        Source = own.Source ?? known?.Source,
        TimeZone = own.TimeZone ?? known?.TimeZone,
        DateFormats = own.DateFormats ?? known?.DateFormats,
        Columns = Over(known?.Columns, own.Columns),
        QualifiedWhen = Over(known?.QualifiedWhen, own.QualifiedWhen),
    };

    private static Dictionary<string, T> Over<T>(Dictionary<string, T>? known, Dictionary<string, T> own)
    {
        var combined = new Dictionary<string, T>(known ?? [], StringComparer.OrdinalIgnoreCase);
        foreach (var (key, value) in own)
        {
            combined[key] = value;
        }

        return combined;
    }
}
