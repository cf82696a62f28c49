using System.Text.Json.Nodes;
using Baton.Handoffs.Chat;

namespace Baton.Slack.Blocks;

/// <summary>A grid where no table may stand: one bullet a row, each value beside its column's name. It reads well on a phone and aloud.</summary>
internal static class GridText
{
    /// <summary>The rows that there is room for; the rest is counted in a last bullet. Null when there is no row.</summary>
    public static JsonObject? Of(CardSection.Grid grid, Room room, Texts texts)
    {
        if (grid.Rows.Count == 0) return null;
        var title = new RichText(room, texts.Locale).Add(Line.Plain(grid.Columns[0].Title), strong: true);
        var bullets = new List<JsonNode>();
        foreach (var row in grid.Rows)
        {
            if (bullets.Count >= BlockLimits.TableRows || room.Left < Length(grid.Columns, row, texts))
            {
                bullets.Add(new RichText(new Room(BlockLimits.Label), texts.Locale).Add(texts.Format("More", grid.Rows.Count - bullets.Count)).Section());
                break;
            }

            bullets.Add(Bullet(grid.Columns, row, room, texts));
        }

        var list = new JsonObject { ["type"] = "rich_text_list", ["style"] = "bullet", ["elements"] = new JsonArray([.. bullets]) };
        return new JsonObject { ["type"] = "rich_text", ["elements"] = title.IsEmpty ? new JsonArray(list) : new JsonArray(title.Section(), list) };
    }

    private static int Length(IReadOnlyList<Column> columns, IReadOnlyList<Line> row, Texts texts) =>
        columns.Zip(row).Sum(cell => texts.Format("Label", cell.First.Title).Length + 3 + RichText.Length(cell.Second, texts.Locale));

    private static JsonObject Bullet(IReadOnlyList<Column> columns, IReadOnlyList<Line> row, Room room, Texts texts)
    {
        var text = new RichText(room, texts.Locale);
        for (var i = 0; i < Math.Min(columns.Count, row.Count); i++)
        {
            if (i == 0) text.Add(row[i], strong: true);
            else text.Add(InertText.Ours($" · {texts.Format("Label", columns[i].Title)}")).Add(row[i]);
        }

        return text.Section();
    }
}
