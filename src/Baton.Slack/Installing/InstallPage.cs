using System.Net;
using Baton.Handoffs.Chat;
using Microsoft.AspNetCore.Http;

namespace Baton.Slack.Installing;

/// <summary>What somebody sees at the end of an installation: what came of it and what to do, in the browser's language.</summary>
internal static class InstallPage
{
    /// <summary>The page.</summary>
    /// <param name="result">What came of it.</param>
    /// <param name="languages">The browser's <c>Accept-Language</c>.</param>
    public static string Of(InstallResult result, string languages)
    {
        var texts = Texts.Of<InstallTexts>(languages);
        var again = result is InstallResult.Installed ? "" : $"<p><a href=\"{InstallEndpoints.Install}\">{Html(texts["again"])}</a></p>";
        return $"""
            <!doctype html>
            <html lang="{texts.Locale}">
            <meta charset="utf-8">
            <meta name="viewport" content="width=device-width">
            <title>{Html(texts[result is InstallResult.Installed ? "title.done" : "title.not"])}</title>
            <h1>{Html(texts[result is InstallResult.Installed ? "title.done" : "title.not"])}</h1>
            <p>{Html(Text(result, texts))}</p>
            {again}
            </html>

            """;
    }

    /// <summary>The page's HTTP status.</summary>
    public static int StatusOf(InstallResult result) => result switch
    {
        InstallResult.Installed or InstallResult.Cancelled => StatusCodes.Status200OK,
        InstallResult.Stale or InstallResult.Refused => StatusCodes.Status400BadRequest,
        InstallResult.OtherWorkspace or InstallResult.Organisation or InstallResult.ScopesMissing => StatusCodes.Status403Forbidden,
        _ => StatusCodes.Status503ServiceUnavailable,
    };

    private static string Text(InstallResult result, Texts texts) => result switch
    {
        InstallResult.Installed it => texts.Format("installed", it.Team),
        InstallResult.Cancelled => texts["cancelled"],
        InstallResult.Stale => texts["stale"],
        InstallResult.OtherWorkspace it => texts.Format(it.GivenBack ? "otherWorkspace" : "otherWorkspace.left", it.Team),
        InstallResult.Organisation it => texts[it.GivenBack ? "organisation" : "organisation.left"],
        InstallResult.ScopesMissing it => texts.Format("scopesMissing", string.Join(", ", it.Missing)),
        InstallResult.Refused it => texts.Format("refused", it.Code),
        InstallResult.Unreachable => texts["unreachable"],
        _ => throw new InvalidOperationException($"There is no text for {result.GetType().Name}."),
    };

    private static string Html(string text) => WebUtility.HtmlEncode(text);
}
