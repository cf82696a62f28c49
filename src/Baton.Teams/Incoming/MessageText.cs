using System.Net;
using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;
using Baton.Edges.Reading;

namespace Baton.Teams.Incoming;

/// <summary>
/// What somebody wrote, as plain text. A mention stands in the text as <c>&lt;at&gt;name&lt;/at&gt;</c> and in the entities with who is meant; Baton's own is taken out by
/// who is meant, never by its name (https://learn.microsoft.com/microsoftteams/platform/bots/how-to/conversations/channel-and-group-conversations).
/// </summary>
internal static partial class MessageText
{
    /// <summary>The longest text that is read, in characters: more than a timeline or a command takes.</summary>
    public const int Longest = 20_000;

    /// <summary>Who is mentioned besides Baton.</summary>
    public static IReadOnlyList<Mention> Mentions(JsonElement activity, string? self) =>
    [
        .. activity.At("entities").Items().Where(e => e.Text("type") == "mention").Select(e => e.At("mentioned"))
            .Where(m => m.Text("id") is { } id && id != self && m.Text("name") is { Length: > 0 }).Select(m => new Mention(m.Text("id")!, m.Text("name")!)),
    ];

    /// <summary>The text.</summary>
    /// <param name="activity">The message.</param>
    /// <param name="self">Baton's id there.</param>
    /// <param name="mentioned">Whether Baton is mentioned.</param>
    public static string Of(JsonElement activity, string? self, out bool mentioned)
    {
        var text = new StringBuilder(Short(activity.Text("text") ?? ""));
        mentioned = false;
        foreach (var entity in activity.At("entities").Items().Where(e => e.Text("type") == "mention" && e.Text("text") is { Length: > 0 }))
        {
            var isSelf = self is not null && entity.At("mentioned").Text("id") == self;
            mentioned |= isSelf;
            text.Replace(entity.Text("text")!, isSelf ? " " : "@" + (entity.At("mentioned").Text("name") ?? ""));
        }

        return Plain(text.ToString(), activity.Text("textFormat"));
    }

    private static string Short(string text) => text.Length <= Longest ? text : text[..Longest];

    // Texts of channels come as HTML under any format; a < that opens no tag is what was typed.
    private static string Plain(string text, string? format)
    {
        var open = format == "plain" ? Mention().Replace(text, "@$1") : Tag().Replace(Break().Replace(text, "\n"), "");
        return Blank().Replace(WebUtility.HtmlDecode(open), " ").Trim();
    }

    [GeneratedRegex("<at[^>]*>(.*?)</at>")]
    private static partial Regex Mention();

    [GeneratedRegex(@"<br\s*/?>|</p>|</div>", RegexOptions.IgnoreCase)]
    private static partial Regex Break();

    [GeneratedRegex(@"</?[a-zA-Z][^<>]*>")]
    private static partial Regex Tag();

    [GeneratedRegex(@"[\u00A0 \t]+")]
    private static partial Regex Blank();
}
