namespace Baton.Bot.Import;

/// <summary>A source that whoever brings a file names for all of it.</summary>
internal static class ImportSource
{
    /// <summary>The mappings with that source instead of their own.</summary>
    internal static ImportMappings WithSource(this ImportMappings mappings, ImportOptions options, string source) => new(new ImportOptions
    {
        TimeZone = options.TimeZone,
        Mappings = mappings.Names.ToDictionary(name => name, name => Named(options.Mappings.GetValueOrDefault(name), source), StringComparer.OrdinalIgnoreCase),
    });

    private static MappingOptions Named(MappingOptions? own, string source) => new()
    {
        Source = source,
        TimeZone = own?.TimeZone,
        DateFormats = own?.DateFormats,
        Columns = own?.Columns ?? [],
        QualifiedWhen = own?.QualifiedWhen ?? [],
    };
}
