using System.Collections.Frozen;
using System.Reflection;
using System.Text.Json.Serialization;
using Baton.Handoffs.Chat;
using Baton.Handoffs.Handoffs.Deciding;
using Baton.Handoffs.Handoffs.Effects;
using Baton.Handoffs.Handoffs.Events;
using Baton.Handoffs.Handoffs.Store;
using NodaTime;
using Timeline = Baton.Handoffs.Chat.Views.Timeline;

namespace Baton.Bot.Api;

/// <summary>Puts a handoff's view together.</summary>
internal static class HandoffViews
{
    private static readonly FrozenDictionary<Type, string> Names = NamesOf<HandoffEvent>().Concat(NamesOf<Effect>()).ToFrozenDictionary();

    /// <summary>The view, with timeline and route told in a language.</summary>
    internal static HandoffView Of(HandoffFile file, IReadOnlyList<HandoffEvent> timeline, string locale, Terms terms, DateTimeOffset now)
    {
        var it = file.Handoff;
        return new HandoffView
        {
            Id = it.Id,
            State = it.State,
            Version = it.Version,
            Round = it.Round,
            Follows = it.Follows,
            FollowedBy = it.FollowedBy,
            Owner = it.Owner,
            OfferedTo = it.OfferedTo,
            Lead = it.Lead,
            Missing = it.Missing,
            Score = it.Score,
            Tier = it.Tier,
            Route = it.Route with { Trace = [.. it.Route.Trace.Select(step => step with { Because = step.Why(locale) })] },
            Clocks = [.. it.Clocks.OrderBy(c => c.Kind).Select(c => ClockView.Of(it, c, now, terms.Calendars))],
            SnoozedUntil = it.SnoozedUntil,
            Reason = it.Reason,
            Contest = it.Contest,
            ComesBackOn = it.ComesBackOn,
            Attempts = it.Attempts,
            Opportunity = it.Opportunity,
            Amount = it.Amount,
            Currency = it.Currency,
            Milestones = it.Milestones,
            Timeline = [.. timeline.Select((e, at) => Happened(e, at + 1, locale, terms))],
            Undelivered = [.. file.Outbox.Where(e => e.Dead || e.Error is not null).Select(Undelivered)],
        };
    }

    private static HappenedView Happened(HandoffEvent happened, int number, string locale, Terms terms) => new(
        number,
        happened.At,
        happened.By,
        Names[happened.GetType()],
        PlainText.Of(Timeline.Line(happened, locale, terms), DateTimeZone.Utc, locale));

    private static UndeliveredView Undelivered(OutboxEntry entry) =>
        new(entry.Effect.Id, Names[entry.Effect.GetType()], entry.Attempts, entry.Error, entry.NotBefore, entry.Dead);

    // The stored names are written once, where the types are declared.
    private static IEnumerable<KeyValuePair<Type, string>> NamesOf<T>() => typeof(T).GetCustomAttributes<JsonDerivedTypeAttribute>()
        .Select(a => KeyValuePair.Create(a.DerivedType, (string)a.TypeDiscriminator!));
}
