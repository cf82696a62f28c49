namespace Baton.Handoffs.Funnel.Commands;

/// <summary>A field of a made-up lead, such as <c>country=JP</c>.</summary>
/// <param name="Field">What stands before the <c>=</c>, as typed; all of a word without one.</param>
/// <param name="Text">What stands behind it, untrusted; empty in a word without one.</param>
public sealed record LeadValue(string Field, string Text)
{
    /// <summary>Reads a word; null when it has no <c>=</c> behind something.</summary>
    public static LeadValue? Of(string word) =>
        word.IndexOf('=', StringComparison.Ordinal) is > 0 and var sign ? new LeadValue(word[..sign].Trim(), word[(sign + 1)..].Trim()) : null;
}
