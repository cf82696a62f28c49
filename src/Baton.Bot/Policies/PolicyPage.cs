using System.Net;
using Baton.Handoffs.Chat;

namespace Baton.Bot.Policies;

/// <summary>A page that the manifest of the Teams app names. It says what Baton does; what the company that runs it adds to that is the company's own page.</summary>
/// <param name="Path">Where it is.</param>
/// <param name="Key">What the names of its texts begin with.</param>
/// <param name="Parts">How many headed parts it has.</param>
internal sealed record PolicyPage(string Path, string Key, int Parts)
{
    /// <summary>What becomes of personal data.</summary>
    public static readonly PolicyPage Privacy = new("/privacy", "privacy.", 6);

    /// <summary>On which terms Baton is used.</summary>
    public static readonly PolicyPage Terms = new("/terms", "terms.", 4);

    /// <summary>The page in one language, with a way to the other.</summary>
    public string In(string locale)
    {
        var texts = Texts.Of<PolicyTexts>(locale);
        var other = texts.Locale == "ja" ? "en" : "ja";
        var parts = Enumerable.Range(1, Parts).Select(n => $"<h2>{Html(texts[$"{Key}{n}.title"])}</h2>\n<p>{Html(texts[$"{Key}{n}"])}</p>");
        return $"""
            <!doctype html>
            <html lang="{texts.Locale}">
            <meta charset="utf-8">
            <meta name="viewport" content="width=device-width">
            <title>{Html(texts[$"{Key}title"])}</title>
            <p><a href="{Path}?lang={other}" lang="{other}" hreflang="{other}">{Html(texts["other"])}</a></p>
            <h1>{Html(texts[$"{Key}title"])}</h1>
            <p>{Html(texts[$"{Key}lead"])}</p>
            {string.Join('\n', parts)}
            </html>

            """;
    }

    private static string Html(string text) => WebUtility.HtmlEncode(text);
}
