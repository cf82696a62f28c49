namespace Baton.Tables;

/// <summary>The tables of the stores in this project.</summary>
public static class BatonTables
{
    /// <summary>Handoffs: snapshot, timeline, outbox, messages (<see cref="TableHandoffStore"/>).</summary>
    public const string Handoffs = "handoffs";

    /// <summary>Wake-ups by shard (<see cref="TableAgenda"/>).</summary>
    public const string Agenda = "agenda";

    /// <summary>Which process looks after which shard, and signs of life (<see cref="ShardLeases"/>).</summary>
    public const string Leases = "leases";

    /// <summary>What became of each lead that was sent (<see cref="TableLeadIndex"/>).</summary>
    public const string Intake = "intake";

    /// <summary>Handoffs by e-mail address and by company (<see cref="TableLeadIndex"/>).</summary>
    public const string Lookup = "lookup";

    /// <summary>One flat row a handoff, by week (<see cref="TableFacts"/>).</summary>
    public const string Facts = "facts";

    /// <summary>Feedback threads by channel (<see cref="TableFeedbackThreads"/>).</summary>
    public const string Threads = "threads";

    /// <summary>Weekly summaries that were sent (<see cref="TableDigestLog"/>).</summary>
    public const string Digests = "digests";

    /// <summary>What is known of people beyond the configuration (<see cref="TablePeople"/>).</summary>
    public const string People = "people";

    /// <summary>What sales suggested to marketing, by week (<see cref="TableSuggestions"/>).</summary>
    public const string Suggestions = "suggestions";

    /// <summary>Effects that stand still (<see cref="TableStuckEffects"/>).</summary>
    public const string Stuck = "stuck";

    /// <summary>Places that take no messages (<see cref="TableLostPlaces"/>).</summary>
    public const string Places = "places";

    /// <summary>A restore that is not finished (<see cref="Backup.RestoreMark"/>). It is no part of a backup.</summary>
    public const string Restores = "restores";

    /// <summary>All of them.</summary>
    public static IReadOnlyList<string> Names { get; } = [Handoffs, Agenda, Leases, Intake, Lookup, Facts, Threads, Digests, People, Suggestions, Stuck, Places, Restores];

    /// <summary>Those that only tell how far processes are: no part of a backup, and untouched by a restore.</summary>
    public static IReadOnlySet<string> Passing { get; } = new HashSet<string>(StringComparer.Ordinal) { Leases, Restores };

    /// <summary>Creates those that are missing; harmless when none is.</summary>
    /// <param name="engine">The store.</param>
    /// <param name="ct">Ends the wait.</param>
    public static Task CreateAsync(ITableEngine engine, CancellationToken ct) => engine.CreateTablesAsync(Names, ct);
}
