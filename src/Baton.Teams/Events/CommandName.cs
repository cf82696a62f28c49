using System.Text;

namespace Baton.Teams.Events;

/// <summary>The command's name at the beginning of what somebody typed: <c>funnel</c> or <c>/funnel</c>, also in full-width letters.</summary>
internal static class CommandName
{
    private const string Name = "funnel";

    /// <summary>Whether the text begins with it, and what follows; the text itself when it does not.</summary>
    public static (bool IsNamed, string Text) Split(string text)
    {
        var words = text.Trim().Split([' ', '\t', '\n', '\u3000'], 2);
        var first = words[0].Normalize(NormalizationForm.FormKC).TrimStart('/');
        return first.Equals(Name, StringComparison.OrdinalIgnoreCase) ? (true, words.Length > 1 ? words[1].Trim() : "") : (false, text.Trim());
    }
}
