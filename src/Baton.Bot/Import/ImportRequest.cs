namespace Baton.Bot.Import;

/// <summary>How a file is to be read.</summary>
/// <param name="Mappings">The mappings there are.</param>
/// <param name="Mapping">The name of the one to use; null to recognise it by the headings.</param>
/// <param name="Required">The paths that every handoff needs: a file without a column for one is refused, for all of its leads would be returned.</param>
/// <param name="Now">When it arrived.</param>
public sealed record ImportRequest(ImportMappings Mappings, string? Mapping, IReadOnlyList<string> Required, DateTimeOffset Now);
