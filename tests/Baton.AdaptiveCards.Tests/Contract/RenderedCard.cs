namespace Baton.AdaptiveCards.Tests.Contract;

/// <summary>What a person can see and do with a card on a platform, read back from the platform's own wire format.</summary>
/// <param name="Summary">The one line that notifications and screen readers get.</param>
/// <param name="Text">Everything that is shown, joined in any order with line breaks; the platform's own escapes undone.</param>
/// <param name="Moments">Every instant that the platform's date tokens name, to the second.</param>
/// <param name="Actions">Every button, also those behind a menu.</param>
public sealed record RenderedCard(string Summary, string Text, IReadOnlyCollection<DateTimeOffset> Moments, IReadOnlyList<RenderedAction> Actions);

/// <summary>A button as it is on the wire.</summary>
/// <param name="Verb">What the server is told.</param>
/// <param name="Label">What is written on it.</param>
/// <param name="Data">What it sends besides the verb, by key.</param>
/// <param name="Inputs">What is asked first; empty when nothing is.</param>
public sealed record RenderedAction(string Verb, string Label, IReadOnlyDictionary<string, string> Data, IReadOnlyList<RenderedInput> Inputs);

/// <summary>A question as it is on the wire.</summary>
/// <param name="Id">The name under which the server reads the answer.</param>
/// <param name="Label">The question.</param>
/// <param name="Required">Whether the platform insists on an answer.</param>
/// <param name="Options">The values to choose from; empty for text and dates.</param>
public sealed record RenderedInput(string Id, string Label, bool Required, IReadOnlyList<string> Options);
