using System.Collections.ObjectModel;
using System.Text.Json.Serialization;

namespace Baton.Handoffs.Chat;

/// <summary>A button.</summary>
public sealed record CardAction
{
    /// <summary>What it does: an action name of <c>POST /api/handoffs/{id}/actions</c>, such as <c>accept</c>; the same on every platform.</summary>
    public required string Verb { get; init; }

    /// <summary>What is written on it.</summary>
    public required string Label { get; init; }

    /// <summary>How it looks.</summary>
    public ActionStyle Style { get; init; }

    /// <summary>Fixed values that go with the click, such as <c>clock</c>; never trusted for who may do it.</summary>
    public IReadOnlyDictionary<string, string> Data { get; init; } = ReadOnlyDictionary<string, string>.Empty;

    /// <summary>What to ask before it is sent; null sends at once.</summary>
    public CardForm? Form { get; init; }
}

/// <summary>How a button looks.</summary>
public enum ActionStyle
{
    /// <summary>As such.</summary>
    Normal,

    /// <summary>The wanted one.</summary>
    Primary,

    /// <summary>One that takes something away.</summary>
    Danger,
}

/// <summary>Questions that a button asks first: a modal, a dialog or a form inside the card.</summary>
/// <param name="Title">At most 24 characters, which is Slack's limit for a modal.</param>
/// <param name="Inputs">The questions, in order.</param>
/// <param name="Submit">What is written on the button that sends; at most 24 characters.</param>
public sealed record CardForm(string Title, IReadOnlyList<FormInput> Inputs, string Submit);

/// <summary>One question of a form.</summary>
/// <param name="Id">The name under which the answer is sent, such as <c>reason</c>.</param>
/// <param name="Label">The question.</param>
/// <param name="Required">Whether it must be answered (the server checks again).</param>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "t")]
[JsonDerivedType(typeof(Choice), "c")]
[JsonDerivedType(typeof(Text), "t")]
[JsonDerivedType(typeof(Date), "d")]
public abstract record FormInput(string Id, string Label, bool Required)
{
    /// <summary>One of several; a value never holds a comma.</summary>
    public sealed record Choice(string Id, string Label, bool Required, IReadOnlyList<ChoiceGroup> Groups) : FormInput(Id, Label, Required);

    /// <summary>Free text of at most <paramref name="MaxLength"/> characters.</summary>
    public sealed record Text(string Id, string Label, bool Required, bool Multiline, int MaxLength, string? Value = null, string? Placeholder = null) : FormInput(Id, Label, Required);

    /// <summary>A day as <c>yyyy-MM-dd</c>, without a zone.</summary>
    public sealed record Date(string Id, string Label, bool Required, DateOnly? Value = null) : FormInput(Id, Label, Required);
}

/// <summary>Choices under one heading; an empty title means no heading.</summary>
/// <param name="Title">The heading.</param>
/// <param name="Options">The choices.</param>
public sealed record ChoiceGroup(string Title, IReadOnlyList<ChoiceOption> Options);

/// <summary>One choice.</summary>
/// <param name="Value">What is sent.</param>
/// <param name="Label">What is shown.</param>
public sealed record ChoiceOption(string Value, string Label);
