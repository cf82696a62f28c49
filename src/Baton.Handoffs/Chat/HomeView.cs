namespace Baton.Handoffs.Chat;

/// <summary>What one person sees on opening Baton: where they stand, and their open handoffs with what can be done about each.</summary>
/// <param name="Header">The person's own part: name, pools, whether away, language, the week; its buttons are about the person.</param>
/// <param name="Handoffs">The open handoffs, the most urgent first, each with its own buttons.</param>
/// <param name="More">How many open handoffs are not among them; at least 0.</param>
public sealed record HomeView(Card Header, IReadOnlyList<Card> Handoffs, int More);
