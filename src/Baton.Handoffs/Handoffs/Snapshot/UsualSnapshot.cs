using System.Text.Json;
using Baton.Handoffs.Leads;
using Baton.Handoffs.Routing;
using Baton.Handoffs.Scoring;
using Baton.Handoffs.Sla;

namespace Baton.Handoffs.Handoffs;

/// <summary>
/// Reads the snapshot of a handoff to which nothing out of the ordinary has happened yet: what most clicks meet. The serializer reads every snapshot,
/// and has the last word on one that makes no sense, but took a tenth of a click's processor time (<c>docs/benchmarks.md</c>).
/// </summary>
internal ref struct UsualSnapshot
{
    private static readonly RecurringJson<HandoffState> States = new(HandoffJson.Stored.HandoffState);
    private static readonly RecurringJson<Tier> Tiers = new(HandoffJson.Stored.Tier);

    private string? id;
    private int? version;
    private int? cardVersion;
    private HandoffState? state;
    private int? round;
    private Tier? tier;
    private Route? route;
    private LastAct? last;
    private Milestones? milestones;
    private IReadOnlyList<string> missing = [];
    private IReadOnlyList<EmailAddress> without = [];
    private IReadOnlyList<ClockState> clocks = [];
    private IReadOnlyList<string> seenMessages = [];
    private IReadOnlyList<Amendment> amendments = [];
    private IReadOnlyList<RelatedHandoff> relatives = [];
    private EmailAddress? offeredTo;
    private EmailAddress? owner;
    private Undoable? undoable;
    private DateTimeOffset? changedAt;
    private int hops;
    private int attempts;
    private int repeats;

    /// <summary>Nothing is read yet.</summary>
    public UsualSnapshot()
    {
    }

    /// <summary>Reads a snapshot; null when there is anything in it, or missing, that only the serializer knows how to take.</summary>
    /// <param name="json">A snapshot without lead and score.</param>
    /// <param name="origin">Its lead and score.</param>
    public static Handoff? Read(ReadOnlySpan<byte> json, Origin origin)
    {
        var snapshot = new UsualSnapshot();
        try
        {
            var parts = new JsonParts(json);
            return snapshot.TryRead(ref parts) ? snapshot.Build(origin) : null;
        }
        catch (Exception unusual) when (unusual is JsonException or InvalidOperationException or FormatException)
        {
            return null;
        }
    }

    private bool TryRead(ref JsonParts parts)
    {
        Span<char> name = stackalloc char[JsonParts.LongestName];
        parts.EnterObject();
        while (parts.Next(name) is { } length)
        {
            if (!TryRead(name[..length], ref parts))
            {
                return false;
            }
        }

        return parts.Ends();
    }

    private bool TryRead(scoped ReadOnlySpan<char> name, ref JsonParts value) => name switch
    {
        "schema" or "isPaused" => Skip(ref value),
        "id" => Set(out id, value.String()),
        "version" => Set(out version, value.Int32()),
        "cardVersion" => Set(out cardVersion, value.Int32()),
        "state" => Set(out state, value.Recurring(States)),
        "round" => Set(out round, value.Int32()),
        "tier" => Set(out tier, value.Recurring(Tiers)),
        "missing" => Set(out missing, value.List(HandoffJson.Stored.IReadOnlyListString)),
        "route" => Set(out route, UsualRoute.Read(ref value)),
        "offeredTo" => Set(out offeredTo, value.Recurring(UsualActs.People)),
        "owner" => Set(out owner, value.Recurring(UsualActs.People)),
        "without" => Set(out without, value.List(HandoffJson.Stored.IReadOnlyListEmailAddress)),
        "hops" => Set(out hops, value.Int32()),
        "clocks" => Set(out clocks, Clocks(ref value)),
        "attempts" => Set(out attempts, value.Int32()),
        "undoable" => Set(out undoable, value.Other(HandoffJson.Stored.Undoable)),
        "last" => Set(out last, UsualActs.Last(ref value)),
        "milestones" => Set(out milestones, UsualActs.Milestones(ref value)),
        "changedAt" => Set(out changedAt, value.Instant()),
        "repeats" => Set(out repeats, value.Int32()),
        "seenMessages" => Set(out seenMessages, value.List(HandoffJson.Stored.IReadOnlyListString)),
        "amendments" => Set(out amendments, value.List(HandoffJson.Stored.IReadOnlyListAmendment)),
        "relatives" => Set(out relatives, value.List(HandoffJson.Stored.IReadOnlyListRelatedHandoff)),
        _ => false,
    };

    private static List<ClockState> Clocks(ref JsonParts value)
    {
        var clocks = new List<ClockState>(3);
        value.EnterArray();
        while (value.NextElement())
        {
            clocks.Add(UsualClock.Read(ref value));
        }

        return clocks;
    }

    private readonly Handoff? Build(Origin origin) =>
        id is null || version is null || cardVersion is null || state is null || round is null || tier is null || route is null || last is null || milestones is null
            ? null
            : new Handoff
            {
                Id = new HandoffId(id),
                Version = version.Value,
                CardVersion = cardVersion.Value,
                State = state.Value,
                Round = round.Value,
                Lead = null!,
                Score = null!,
                Origin = origin,
                Tier = tier.Value,
                Missing = missing,
                Route = route,
                OfferedTo = offeredTo,
                Owner = owner,
                Without = without,
                Hops = hops,
                Clocks = clocks,
                Attempts = attempts,
                Undoable = undoable,
                Last = last,
                Milestones = milestones,
                ChangedAt = changedAt,
                Repeats = repeats,
                SeenMessages = seenMessages,
                Amendments = amendments,
                Relatives = relatives,
            };

    private static bool Skip(ref JsonParts value)
    {
        value.Skip();
        return true;
    }

    private static bool Set<T>(out T place, T value)
    {
        place = value;
        return true;
    }
}
