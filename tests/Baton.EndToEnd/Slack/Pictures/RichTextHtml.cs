using System.Globalization;
using System.Net;
using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace Baton.EndToEnd.Slack.Pictures;

/// <summary>Texts of blocks as HTML, read the way Slack documents it. What it does not know fails the picture.</summary>
internal sealed partial class RichTextHtml(bool japanese)
{
    private static readonly TimeSpan Tokyo = TimeSpan.FromHours(9);

    // Drawn by the page's own style: not every machine has a font with pictures.
    private static readonly HashSet<string> Emoji = ["white_check_mark", "warning", "red_circle"];

    /// <summary>A <c>rich_text</c> block.</summary>
    public string Of(JsonElement block) => string.Concat(block.GetProperty("elements").EnumerateArray().Select(Part));

    /// <summary>Text with Slack's own markup.</summary>
    public string Mrkdwn(string text) => Bold().Replace(
        Date().Replace(
            WebUtility.HtmlDecode(text).Replace("\u200b", "", StringComparison.Ordinal) is var plain ? WebUtility.HtmlEncode(plain) : "",
            date => Html(When(long.Parse(date.Groups["at"].Value, CultureInfo.InvariantCulture), date.Groups["format"].Value))),
        bold => $"<b>{bold.Groups[1].Value}</b>").Replace("\n", "<br>", StringComparison.Ordinal);

    /// <summary>Text as it is.</summary>
    public static string Html(string text) => WebUtility.HtmlEncode(text).Replace("\n", "<br>", StringComparison.Ordinal);

    private string Part(JsonElement part) => part.GetProperty("type").GetString() switch
    {
        "rich_text_section" => $"<div>{Elements(part)}</div>",
        "rich_text_list" => $"<ul>{string.Concat(part.GetProperty("elements").EnumerateArray().Select(item => $"<li>{Elements(item)}</li>"))}</ul>",
        var other => throw new NotSupportedException($"There is no picture of {other}."),
    };

    private string Elements(JsonElement section)
    {
        var html = new StringBuilder();
        foreach (var element in section.GetProperty("elements").EnumerateArray())
        {
            html.Append(element.GetProperty("type").GetString() switch
            {
                "text" => Styled(element),
                "emoji" when Emoji.TryGetValue(element.GetProperty("name").GetString()!, out var name) => $"<i class={name}></i>",
                "date" => Html(When(element.GetProperty("timestamp").GetInt64(), element.GetProperty("format").GetString()!)),
                var other => throw new NotSupportedException($"There is no picture of {other}."),
            });
        }

        return html.ToString();
    }

    private static string Styled(JsonElement element)
    {
        var text = Html(element.GetProperty("text").GetString()!);
        return element.TryGetProperty("style", out var style) && style.TryGetProperty("bold", out _) ? $"<b>{text}</b>" : text;
    }

    // In the zone and the habits of whoever looks, as Slack does.
    private string When(long timestamp, string format)
    {
        var (at, culture) = (DateTimeOffset.FromUnixTimeSeconds(timestamp).ToOffset(Tokyo), CultureInfo.GetCultureInfo(japanese ? "ja-JP" : "en-US"));
        return format
            .Replace("{date_short_pretty}", at.ToString(japanese ? "M月d日" : "MMM d", culture), StringComparison.Ordinal)
            .Replace("{time}", at.ToString("t", culture), StringComparison.Ordinal);
    }

    [GeneratedRegex(@"&lt;!date\^(?<at>\d+)\^(?<format>[^|]*)\|[^&]*&gt;")]
    private static partial Regex Date();

    [GeneratedRegex(@"\*([^*\n]+)\*")]
    private static partial Regex Bold();
}
