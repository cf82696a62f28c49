using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Baton.Slack.StandIn.Acts;

/// <summary>A modal as a person filled it in: the state that is sent, and what Slack itself refuses before.</summary>
internal sealed class FilledForm
{
    private readonly Dictionary<string, string> problems = [];

    public FilledForm(SeenView view, IReadOnlyDictionary<string, string> values)
    {
        var blocks = view.Body.GetProperty("blocks").EnumerateArray().ToDictionary(b => b.GetProperty("block_id").GetString()!);
        var known = view.Elements.SelectMany(e => new[] { e.BlockId, e.ActionId }).ToHashSet();
        if (values.Keys.FirstOrDefault(k => !known.Contains(k)) is { } strange)
        {
            throw new InvalidOperationException($"There is no input {strange}; there are: {string.Join(", ", view.Elements.Select(e => $"{e.BlockId}/{e.ActionId}"))}.");
        }

        foreach (var element in view.Elements.Where(e => e.Type is not "button" and not "overflow"))
        {
            Fill(element, values.GetValueOrDefault(element.BlockId) ?? values.GetValueOrDefault(element.ActionId), blocks[element.BlockId]);
        }
    }

    /// <summary>What Slack asks for, by block id.</summary>
    public IReadOnlyDictionary<string, string> Problems => problems;

    /// <summary>The values as a submission carries them.</summary>
    public JsonObject State { get; } = [];

    private void Fill(SeenElement element, string? typed, JsonElement block)
    {
        var answer = ElementState.Of(element.Element, typed);
        if (State[element.BlockId] is not JsonObject inBlock)
        {
            State[element.BlockId] = inBlock = [];
        }

        inBlock[element.ActionId] = answer;
        var isInput = block.GetProperty("type").GetString() == "input";
        var optional = block.TryGetProperty("optional", out var o) && o.GetBoolean();
        if (isInput && !optional && ElementState.IsEmpty(answer))
        {
            problems[element.BlockId] = "Please complete this required field.";
        }

        if (typed is { Length: > 0 } && Unfit(element.Element, typed) is { } why)
        {
            problems[element.BlockId] = why;
        }
    }

    private static string? Unfit(JsonElement element, string typed)
    {
        var type = element.GetProperty("type").GetString();
        return type switch
        {
            "number_input" when !decimal.TryParse(typed, NumberStyles.Number, CultureInfo.InvariantCulture, out _) => "Please enter a valid number.",
            "email_text_input" when !typed.Contains('@', StringComparison.Ordinal) => "Please enter a valid email address.",
            "datepicker" when !DateOnly.TryParseExact(typed, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out _) => "Please enter a valid date.",
            _ when Number(element, "min_length") is { } least && typed.Length < least => $"Please enter at least {least} characters.",
            _ when Number(element, "max_length") is { } most && typed.Length > most => $"Please enter at most {most} characters.",
            _ => null,
        };
    }

    private static int? Number(JsonElement element, string name) => element.TryGetProperty(name, out var number) ? number.GetInt32() : null;
}
