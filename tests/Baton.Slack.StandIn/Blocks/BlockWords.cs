using System.Text.Json;

namespace Baton.Slack.StandIn.Blocks;

/// <summary>All texts of some blocks, in the order of reading, one a line.</summary>
internal static class BlockWords
{
    public static string Of(JsonElement blocks)
    {
        var words = new List<string>();
        Collect(blocks, words);
        return string.Join('\n', words);
    }

    private static void Collect(JsonElement node, List<string> words)
    {
        switch (node.ValueKind)
        {
            case JsonValueKind.Array:
                foreach (var item in node.EnumerateArray())
                {
                    Collect(item, words);
                }

                break;
            case JsonValueKind.Object:
                foreach (var property in node.EnumerateObject())
                {
                    if (property.Name is "text" or "alt_text" && property.Value.ValueKind == JsonValueKind.String)
                    {
                        words.Add(property.Value.GetString()!);
                    }

                    Collect(property.Value, words);
                }

                break;
            default:
                break;
        }
    }
}
