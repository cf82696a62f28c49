namespace Baton.Handoffs.Sla;

/// <summary>One wrong value in the configuration, said so that an operator can mend it.</summary>
/// <param name="Key">Full configuration key, for example <c>Calendars:business:Hours:mon-fri</c>.</param>
/// <param name="Value">The value as it was found; empty when it is missing.</param>
/// <param name="Expected">What would be right, with an example.</param>
public sealed record OptionError(string Key, string Value, string Expected)
{
    /// <summary>Key, value and remedy on one line.</summary>
    /// <returns>For example <c>Sla:Accept:Target is "soon"; expected …</c>.</returns>
    public override string ToString() => $"{Key} is \"{Value}\"; expected {Expected}";
}
