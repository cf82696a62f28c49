using System.Text;

namespace Baton.Handoffs.Leads;

/// <summary>Text in the form that configured patterns are compared in: upper case, full-width letters and half-width kana made ordinary.</summary>
internal static class Comparable
{
    internal static string Of(string text)
    {
        if (!Ascii.IsValid(text) && !HasHalfCharacter(text))
        {
            text = text.Normalize(NormalizationForm.FormKC);
        }

        return text.Trim().ToUpperInvariant();
    }

    // Normalising throws for half a surrogate pair; such text is compared as it is.
    private static bool HasHalfCharacter(string text)
    {
        for (var at = 0; at < text.Length; at++)
        {
            if (char.IsSurrogate(text[at]) && !(at + 1 < text.Length && char.IsSurrogatePair(text[at], text[++at])))
            {
                return true;
            }
        }

        return false;
    }
}
