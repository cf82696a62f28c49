using Baton.Handoffs.Chat;

namespace Baton.Teams.Events;

/// <summary>What somebody who pressed a button is shown, after what was pressed is stored or refused.</summary>
internal abstract record PressAnswer
{
    private PressAnswer()
    {
    }

    /// <summary>The card as this person now sees it; it says itself what was refused.</summary>
    /// <param name="Card">The card.</param>
    /// <param name="Refused">What was refused, in the person's language; null when it was done.</param>
    public sealed record Shown(Card Card, string? Refused = null) : PressAnswer;

    /// <summary>A word; the card stays as it is, with what was entered in it.</summary>
    /// <param name="Text">In the person's language.</param>
    /// <param name="Locale">That language.</param>
    public sealed record Word(string Text, string Locale) : PressAnswer;

    /// <summary>What was asked for is not there.</summary>
    /// <param name="Text">In the person's language.</param>
    public sealed record Missing(string Text) : PressAnswer;
}
