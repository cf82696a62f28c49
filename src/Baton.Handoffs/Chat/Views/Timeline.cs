using System.Globalization;
using Baton.Handoffs.Handoffs;
using Baton.Handoffs.Handoffs.Deciding;
using Baton.Handoffs.Handoffs.Events;
using Baton.Handoffs.Leads;
using Baton.Handoffs.Sla;

namespace Baton.Handoffs.Chat.Views;

/// <summary>Tells a handoff's timeline: who, when, what and why, one line an event.</summary>
public static class Timeline
{
    private const int Shown = 25;

    /// <summary>One event as a line, without its time.</summary>
    public static Line Line(HandoffEvent happened, string locale, Terms terms)
    {
        var texts = Texts.Of<TimelineTexts>(locale);
        var say = new Wording(Texts.Nearest(locale), terms);
        var (text, quoted) = Say(happened, texts, say, terms);
        var spans = Wording.Quoting(text, Source(happened)).ToList();
        if (happened.By != People.Person.Baton.Email)
        {
            spans.Add(new Span.Plain(" · "));
            spans.Add(say.Who(happened.By));
        }

        if (!string.IsNullOrEmpty(quoted))
        {
            spans.Add(new Span.Plain(" · "));
            spans.Add(new Span.Quoted(quoted));
        }

        return new Line(spans);
    }

    /// <summary>The latest events as a card that leads back to the handoff's own.</summary>
    public static Card Card(Handoff handoff, IReadOnlyList<HandoffEvent> timeline, CardReader reader, Terms terms)
    {
        var say = new Wording(reader.Locale, terms);
        var read = Remarked.AsRead(timeline);
        var lines = read.TakeLast(Shown).Select(e => new Line([new Span.Moment(e.At, MomentStyle.DateAndTime), new Span.Plain(" · "), .. Line(e, reader.Locale, terms).Spans])).ToList();
        if (read.Count > Shown)
        {
            lines.Insert(0, Chat.Line.Plain($"… {read.Count - Shown}"));
        }

        return new Card
        {
            Kind = CardKind.Handoff,
            Locale = reader.Locale,
            Summary = Wording.Title(handoff),
            Sections =
            [
                new CardSection.Heading(new Line([new Span.Plain(say.Texts["history.title"] + ": "), .. Wording.Title(handoff).Spans])),
                new CardSection.Paragraph(lines),
            ],
            Actions = [Actions.Back(reader)],
            Handoff = handoff.Id,
            Topic = "",
            Version = handoff.CardVersion,
        };
    }

    private static (string Text, string? Quoted) Say(HandoffEvent happened, Texts texts, Wording say, Terms terms) => happened switch
    {
        HandoffEvent.Received { Missing.Count: > 0 } it => (texts.Format("returned", say.Fields(it.Missing)), null),
        HandoffEvent.Received it => ($"{texts.Format("received", Wording.Gap)}. {texts.Format("offered", To(it.OfferedTo, it.Route.Pool, texts, terms))}", null),
        HandoffEvent.Resubmitted => (texts["resubmitted"], null),
        HandoffEvent.Accepted => (texts["accepted"], null),
        HandoffEvent.Rejected it => (texts.Format("rejected", say.ReasonLabel(it.Code)), Joined(it.Comment, it.FollowUp)),
        HandoffEvent.Reoffered it => (texts.Format($"reoffered.{it.Cause}", To(it.OfferedTo, it.Route.Pool, texts, terms)), it.Why),
        HandoffEvent.Undone it => (texts[$"undone.{it.What}"], null),
        HandoffEvent.Snoozed => (texts["snoozed"], null),
        HandoffEvent.Touched it => (texts.Format("touched", it.Attempt), it.Note),
        HandoffEvent.QualifiedBySales it => (texts["qualified"], it.Opportunity),
        HandoffEvent.Recycled it => (texts.Format("recycled", say.ReasonLabel(it.Code)), it.Comment),
        HandoffEvent.CameBack it => (texts.Format("cameBack", it.Next), null),
        HandoffEvent.Disqualified it => (texts.Format("disqualified", say.ReasonLabel(it.Code)), it.Comment),
        HandoffEvent.Won it => (texts.Format("won", it.Amount is { } amount ? string.Create(texts.Culture, $"{amount:N0} {it.Currency}") : ""), null),
        HandoffEvent.Lost it => (texts["lost"], it.Why),
        HandoffEvent.Withdrawn it => (texts[it.IsByBaton ? "withdrawn.suppressed" : "withdrawn"], it.Why),
        HandoffEvent.Contested it => (texts["contested"], it.Comment),
        HandoffEvent.ContestDecided it => (texts[$"contestDecided.{it.Upheld}"], it.Comment),
        HandoffEvent.Acknowledged => (texts["acknowledged"], null),
        HandoffEvent.Commented it => (texts["commented"], it.Text),
        HandoffEvent.CommentEdited it => (texts["commentEdited"], it.Text),
        HandoffEvent.CommentDeleted => (texts["commentDeleted"], null),
        HandoffEvent.Paused it => (texts["paused"], it.Why),
        HandoffEvent.Resumed => (texts["resumed"], null),
        HandoffEvent.Repeated it => (texts.Format("repeated", Wording.Gap), null),
        HandoffEvent.StepReached it => (texts.Format("stepReached", Clock(it.Clock, texts), it.Percent), null),
        HandoffEvent.NudgeSettled it => (texts.Format("nudgeSettled", it.Recipient is { } who ? terms.Roster.NameOf(who) : texts["everybody"], texts[$"nudge.{it.Outcome}"]), null),
        HandoffEvent.CardShown it => (texts.Format("cardShown", it.Place), null),
        HandoffEvent.Erased => (texts["erased"], null),
        HandoffEvent.RelativeErased => (texts["relativeErased"], null),
        _ => throw new InvalidOperationException($"There is no line for {happened.GetType().Name}."),
    };

    private static string? Source(HandoffEvent happened) => happened switch
    {
        HandoffEvent.Received it => it.Lead.Source,
        HandoffEvent.Repeated it => it.Source,
        _ => null,
    };

    private static string To(EmailAddress? person, string pool, Texts texts, Terms terms) =>
        person is { } it ? terms.Roster.NameOf(it) : texts.Format("pool", pool);

    private static string Clock(ClockKind kind, Texts texts) => texts["clock." + kind.ToString().ToLower(CultureInfo.InvariantCulture)];

    private static string? Joined(string? one, string? other) => other is null ? one : $"{one} → {other}".Trim();
}
