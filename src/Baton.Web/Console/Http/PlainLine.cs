using System.Globalization;
using Baton.Handoffs.Chat;

namespace Baton.Web.Console.Http;

/// <summary>A line as plain text, for previews and screen readers.</summary>
internal static class PlainLine
{
    public static string Of(Line line) => string.Concat(line.Spans.Select(Of));

    private static string Of(Span span) => span switch
    {
        Span.Plain plain => plain.Text,
        Span.Quoted quoted => quoted.Text.ReplaceLineEndings(" "),
        Span.Moment moment => moment.At.ToUniversalTime().ToString("yyyy-MM-dd HH:mm 'UTC'", CultureInfo.InvariantCulture),
        Span.Someone someone => someone.Name,
        _ => throw new ArgumentOutOfRangeException(nameof(span), span, "A new kind of span needs its plain text here."),
    };
}
