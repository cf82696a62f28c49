using Baton.Handoffs.Handoffs;
using Baton.Handoffs.Leads;
using Baton.Handoffs.Routing;

namespace Baton.Handoffs.Chat;

/// <summary>What a platform's edge calls for everything that people do. Each call returns after what it changed is stored.</summary>
public interface IChatDesk
{
    /// <summary>A button was pressed, with the answers of its form if it had one.</summary>
    Task<ClickAnswer> ClickAsync(Click click, CancellationToken cancellation);

    /// <summary>That view (<see cref="Card.Topic"/>) of the handoff as this person may act on it, in the person's language; null when there is no such handoff. Cheap, changes nothing.</summary>
    Task<Card?> RefreshAsync(HandoffId handoff, string topic, EmailAddress actor, CancellationToken cancellation);

    /// <summary>A <c>/funnel</c> command; <paramref name="text"/> is what follows the command's name. Always answers, with help for what it cannot read.</summary>
    Task<CommandAnswer> CommandAsync(string text, EmailAddress actor, Place place, CancellationToken cancellation);

    /// <summary>The person's own page, in the person's language. Changes nothing.</summary>
    Task<HomeView> HomeAsync(EmailAddress actor, CancellationToken cancellation);

    /// <summary>A button of that page's header was pressed. The card of the answer is the header as it stands then.</summary>
    Task<ClickAnswer> PersonalClickAsync(PersonalClick click, CancellationToken cancellation);

    /// <summary>Somebody wrote in a feedback thread.</summary>
    Task ReplyAsync(ThreadReply reply, CancellationToken cancellation);

    /// <summary>Somebody changed what they wrote. It may arrive before the reply itself; a repeated delivery, or one that a newer text overtook, changes nothing.</summary>
    Task ReplyEditedAsync(ThreadReply edited, CancellationToken cancellation);

    /// <summary>A reply was deleted. It may arrive before the reply itself, which then stays unknown.</summary>
    /// <param name="place">The channel.</param>
    /// <param name="threadId">The platform's id of the thread's first message.</param>
    /// <param name="messageId">The platform's id of the reply.</param>
    /// <param name="actor">Who deleted it; null when the platform does not say.</param>
    /// <param name="cancellation">Ends the wait.</param>
    Task ReplyDeletedAsync(Place place, string threadId, string messageId, EmailAddress? actor, CancellationToken cancellation);
}

/// <summary>A pressed button.</summary>
/// <param name="Handoff">Which handoff's card.</param>
/// <param name="Verb">The button's <see cref="CardAction.Verb"/>.</param>
/// <param name="Topic">Which view of it: the <see cref="Card.Topic"/> of the card that was pressed.</param>
/// <param name="Actor">Who pressed, as the platform vouches for.</param>
/// <param name="Inputs">The button's data and the form's answers, by input id.</param>
public sealed record Click(HandoffId Handoff, string Verb, string Topic, EmailAddress Actor, IReadOnlyDictionary<string, string> Inputs);

/// <summary>What the person who pressed is told.</summary>
public abstract record ClickAnswer
{
    private ClickAnswer()
    {
    }

    /// <summary>Stored. The card as this person now sees it.</summary>
    /// <param name="View">The card, made when it is asked for: a platform that brings its cards up to date in its own time needs none.</param>
    public sealed record Done(Lazy<Card> View) : ClickAnswer
    {
        /// <summary>Stored, with the card as it is.</summary>
        public Done(Card updated)
            : this(new Lazy<Card>(updated))
        {
        }

        /// <summary>The card as this person now sees it.</summary>
        public Card Updated => View.Value;
    }

    /// <summary>Not done, and why, in the person's language; with the card as it stands now.</summary>
    public sealed record Refused(string Why, Card? Current) : ClickAnswer;

    /// <summary>The form's answers are not right: what is wrong with each, by input id, in the person's language.</summary>
    public sealed record Invalid(IReadOnlyDictionary<string, string> Errors) : ClickAnswer;

    /// <summary>There is no such handoff.</summary>
    public sealed record NotFound(string Why) : ClickAnswer;
}

/// <summary>The answer to a command.</summary>
/// <param name="Card">What is shown.</param>
/// <param name="Shared">Whether the asker wants everybody in the place to see it.</param>
/// <param name="Data">The same figures for programs, ready to be written as JSON; null when there are none.</param>
public sealed record CommandAnswer(Card Card, bool Shared, object? Data)
{
    /// <summary>Whether it is this very card that everybody gets who asks the same, for as long as the process runs: whatever a platform made of it can be given again.</summary>
    public bool IsFixed { get; init; }
}

/// <summary>A person's message in a feedback thread.</summary>
/// <param name="Place">The channel.</param>
/// <param name="ThreadId">The platform's id of the thread's first message.</param>
/// <param name="MessageId">The platform's id of the reply; a repeated delivery has the same one.</param>
/// <param name="Actor">Who wrote.</param>
/// <param name="Text">What, as typed.</param>
/// <param name="Handoff">Which handoff the reply is about, when the platform knows; else the thread's latest one.</param>
public sealed record ThreadReply(Place Place, string ThreadId, string MessageId, EmailAddress Actor, string Text, HandoffId? Handoff)
{
    /// <summary>When this text was written, by the platform's clock: of two texts of one reply the later one counts. Null counts as now.</summary>
    public DateTimeOffset? WrittenAt { get; init; }
}
