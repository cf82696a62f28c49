namespace Baton.Slack.Events;

/// <summary>What is left to tell somebody who pressed a button, after what was pressed is stored or refused.</summary>
internal abstract record Told
{
    private Told()
    {
    }

    /// <summary>Nothing: everybody sees it on the card.</summary>
    public sealed record Silence : Told;

    /// <summary>Nothing: a modal shows it.</summary>
    public sealed record Shown : Told;

    /// <summary>A word to the person alone, in the person's language.</summary>
    public sealed record Word(string Text, string Locale) : Told;
}
