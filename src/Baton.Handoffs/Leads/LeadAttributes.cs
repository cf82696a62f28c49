using System.Globalization;

namespace Baton.Handoffs.Leads;

/// <summary>Collects the fields that Baton does not know, within <see cref="LeadLimits"/>.</summary>
internal sealed class LeadAttributes
{
    private static readonly Dictionary<string, string> None = [];
    private Dictionary<string, string>? kept;
    private int omitted;

    internal void Add(string name, string value)
    {
        name = Shorten(name, LeadLimits.MaxAttributeName);
        kept ??= new Dictionary<string, string>(7, StringComparer.Ordinal);
        if (kept.Count < LeadLimits.MaxAttributes || kept.ContainsKey(name))
        {
            kept[name] = Shorten(value, LeadLimits.MaxAttributeValue);
        }
        else
        {
            omitted++;
        }
    }

    internal IReadOnlyDictionary<string, string> Finish()
    {
        if (kept is null)
        {
            return None;
        }

        if (omitted > 0)
        {
            kept["…"] = omitted.ToString(CultureInfo.InvariantCulture);
        }

        return kept;
    }

    // Never cuts a surrogate pair in two: half a character is not text any more.
    private static string Shorten(string text, int max) =>
        text.Length <= max ? text : text[..(char.IsHighSurrogate(text[max - 2]) ? max - 2 : max - 1)] + "…";
}
