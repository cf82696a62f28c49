using System.Globalization;
using System.Text;

namespace Baton.Handoffs.Leads;

/// <summary>One wrong value: enough for its sender to correct it without asking.</summary>
/// <param name="Field">Where: a path such as <c>contact.email</c> or <c>engagements[2].at</c>, or the heading of a column.</param>
/// <param name="Value">What was sent, shortened and without characters that act on a screen (<see cref="Shown"/>).</param>
/// <param name="Rule">What would be right, in plain English.</param>
public sealed record FieldError(string Field, string Value, string Rule)
{
    /// <summary>The longest value that is repeated, in characters.</summary>
    public const int MaxShown = 80;

    /// <inheritdoc />
    public override string ToString() => $"{Field} is '{Value}', but must be {Rule}.";

    /// <summary>A sender's text as it may be repeated: one short line, control and direction characters replaced by a dot.</summary>
    public static string Shown(string? text)
    {
        var shown = new StringBuilder();
        foreach (var rune in (text ?? "").EnumerateRunes())
        {
            if (shown.Length + rune.Utf16SequenceLength > MaxShown)
            {
                return shown.Append('…').ToString();
            }

            shown.Append(Acts(rune) ? "·" : rune.ToString());
        }

        return shown.ToString();
    }

    private static bool Acts(Rune rune) => Rune.GetUnicodeCategory(rune)
        is UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator or UnicodeCategory.PrivateUse;
}
