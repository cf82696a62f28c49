using System.Text.Json;

namespace Baton.EndToEnd.Slack.Pictures;

/// <summary>Blocks as HTML: every kind of block that Baton sends, and no other.</summary>
internal sealed class BlockHtml(bool japanese)
{
    private readonly RichTextHtml texts = new(japanese);

    /// <summary>The blocks, from top to bottom.</summary>
    public string Of(JsonElement blocks) => string.Concat(blocks.EnumerateArray().Select(Block));

    private string Block(JsonElement block) => block.GetProperty("type").GetString() switch
    {
        "header" => $"<h1>{Text(block.GetProperty("text"))}</h1>",
        "section" => $"<div class=block>{Text(block.GetProperty("text"))}</div>",
        "context" => $"<div class='block context'>{string.Concat(block.GetProperty("elements").EnumerateArray().Select(Text))}</div>",
        "rich_text" => $"<div class=block>{texts.Of(block)}</div>",
        "divider" => "<hr>",
        "actions" => $"<div class='block actions'>{string.Concat(block.GetProperty("elements").EnumerateArray().Select(Button))}</div>",
        "table" => Table(block),
        "input" => Input(block),
        var other => throw new NotSupportedException($"There is no picture of {other}."),
    };

    private string Text(JsonElement text) => text.GetProperty("type").GetString() switch
    {
        "plain_text" => RichTextHtml.Html(text.GetProperty("text").GetString()!),
        "mrkdwn" => texts.Mrkdwn(text.GetProperty("text").GetString()!),
        var other => throw new NotSupportedException($"There is no picture of {other}."),
    };

    private string Button(JsonElement button)
    {
        var style = button.TryGetProperty("style", out var given) ? given.GetString() : "";
        return button.GetProperty("type").GetString() == "button"
            ? $"<span class='button {style}'>{Text(button.GetProperty("text"))}</span>"
            : throw new NotSupportedException($"There is no picture of {button}.");
    }

    private string Table(JsonElement table)
    {
        var sides = table.GetProperty("column_settings").EnumerateArray().Select(c => c.GetProperty("align").GetString()!).ToList();
        var rows = table.GetProperty("rows").EnumerateArray().Select(row => string.Concat(row.EnumerateArray().Select((cell, i) => $"<td style='text-align:{sides[i]}'>{Cell(cell)}</td>")));
        return $"<table>{string.Concat(rows.Select(row => $"<tr>{row}</tr>"))}</table>";
    }

    private string Cell(JsonElement cell) => cell.GetProperty("type").GetString() == "raw_text" ? RichTextHtml.Html(cell.GetProperty("text").GetString()!) : texts.Of(cell);

    private string Input(JsonElement input)
    {
        var element = input.GetProperty("element");
        var hint = element.TryGetProperty("placeholder", out var placeholder) ? Text(placeholder) : "&nbsp;";
        var kind = element.GetProperty("type").GetString() switch
        {
            "static_select" => "select",
            "datepicker" => "select",
            "plain_text_input" => element.TryGetProperty("multiline", out var lines) && lines.GetBoolean() ? "box tall" : "box",
            var other => throw new NotSupportedException($"There is no picture of {other}."),
        };
        var optional = input.TryGetProperty("optional", out var may) && may.GetBoolean() ? $" <span class=optional>{(japanese ? "（任意）" : "(optional)")}</span>" : "";
        return $"<div class=block><b>{Text(input.GetProperty("label"))}</b>{optional}<div class='{kind}'>{hint}</div></div>";
    }
}
