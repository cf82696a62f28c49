using System.Globalization;
using Baton.Handoffs.Chat;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Rendering;
using NodaTime;

namespace Baton.Web.Dashboard.Pages;

/// <summary>A line of text. Every piece is text to the renderer, so nothing in it can become markup; what others wrote cannot turn the direction of what stands around it.</summary>
public sealed class LineView : ComponentBase
{
    /// <summary>The line.</summary>
    [Parameter, EditorRequired]
    public required Line Line { get; set; }

    /// <summary>The reader's language.</summary>
    [Parameter, EditorRequired]
    public required string Locale { get; set; }

    /// <summary>The reader's time zone.</summary>
    [Parameter, EditorRequired]
    public required DateTimeZone Zone { get; set; }

    /// <inheritdoc />
    protected override void BuildRenderTree(RenderTreeBuilder builder)
    {
        foreach (var span in Line.Spans)
        {
            var element = span is Span.Plain { Strong: true } or Span.Quoted { Strong: true } ? "strong" : "span";
            builder.OpenElement(0, span switch { Span.Moment => "time", Span.Quoted { Strong: false } or Span.Someone => "bdi", _ => element });
            if (span is Span.Moment moment)
            {
                builder.AddAttribute(1, "datetime", moment.At.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture));
            }

            builder.AddContent(2, span is Span.Plain plain ? plain.Text : PlainText.Of(Line.Of(span), Zone, Locale));
            builder.CloseElement();
        }
    }
}
