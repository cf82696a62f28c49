using System.Globalization;
using System.Text.Json.Nodes;
using Baton.Handoffs.Chat;

namespace Baton.Slack.Blocks;

/// <summary>
/// The questions of a form as input blocks (https://docs.slack.dev/reference/block-kit/blocks/input-block). A question's <c>block_id</c> is made of its
/// name alone and its <c>action_id</c> is always the same, so that what was typed survives an update of the view
/// (https://docs.slack.dev/reference/methods/views.update).
/// </summary>
internal sealed class FormBlocks(Room room, Texts texts)
{
    /// <summary>Stands before a question's name in its <c>block_id</c>.</summary>
    public const string Prefix = "in.";

    /// <summary>The <c>action_id</c> of every question.</summary>
    public const string ActionId = "answer";

    private const int MostQuestions = 50;
    private const int MostOptions = 300;

    /// <summary>The questions, in order. One whose name Slack cannot carry is not asked.</summary>
    public IEnumerable<JsonObject> Of(CardForm form) => form.Inputs
        .Where(input => input.Id.Length is > 0 and <= BlockLimits.Id - 3)
        .DistinctBy(input => input.Id, StringComparer.Ordinal)
        .Take(MostQuestions)
        .Select(Of);

    private JsonObject Of(FormInput input)
    {
        var element = input switch
        {
            FormInput.Choice choice => Choice(choice),
            FormInput.Text text => Text(text),
            FormInput.Date date => Date(date),
            _ => throw new ArgumentOutOfRangeException(nameof(input), input, "a kind of question that this switch does not know"),
        };
        element["action_id"] = ActionId;
        return new JsonObject
        {
            ["type"] = "input",
            ["block_id"] = Prefix + input.Id,
            ["label"] = BlockElements.Plain(input.Label, BlockLimits.Question),
            ["optional"] = !input.Required,
            ["element"] = element,
        };
    }

    /// <summary>What is to be corrected must come back as it was, so it is given in full or, when there is no room for it, not at all.</summary>
    private JsonObject Text(FormInput.Text text)
    {
        var most = Math.Clamp(text.MaxLength, 1, BlockLimits.Answer);
        var element = new JsonObject { ["type"] = "plain_text_input", ["multiline"] = text.Multiline, ["max_length"] = most };
        if (text.Placeholder is { Length: > 0 } placeholder) element["placeholder"] = BlockElements.Plain(placeholder, BlockLimits.Placeholder);
        if (text.Value is { Length: > 0 } value && value.Length <= most && room.TryTake(value.Length)) element["initial_value"] = value;
        return element;
    }

    private static JsonObject Date(FormInput.Date date)
    {
        var element = new JsonObject { ["type"] = "datepicker" };
        if (date.Value is { } day) element["initial_date"] = day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
        return element;
    }

    /// <summary>A menu; where nothing can be chosen, because Slack refuses an empty menu, the answer is typed.</summary>
    private JsonObject Choice(FormInput.Choice choice)
    {
        var groups = Groups(choice);
        if (groups.Count == 0) return Text(new FormInput.Text(choice.Id, choice.Label, choice.Required, false, BlockLimits.Answer));
        var menu = new JsonObject { ["type"] = "static_select", ["placeholder"] = BlockElements.Plain(texts["Choose"], BlockLimits.Placeholder) };
        if (groups is [{ Title: "" }]) menu["options"] = Options(groups[0]);
        else menu["option_groups"] = new JsonArray([.. groups.Select(Group)]);
        return menu;
    }

    /// <summary>At most a hundred options each and three hundred together; more than a hundred under one title are counted off.</summary>
    private List<ChoiceGroup> Groups(FormInput.Choice choice)
    {
        var known = new HashSet<string>(StringComparer.Ordinal);
        var left = MostOptions;
        var groups = new List<ChoiceGroup>();
        foreach (var group in choice.Groups)
        {
            var options = group.Options.Where(option => option.Value.Length is > 0 and <= BlockLimits.OptionValue && known.Add(option.Value)).Take(left).ToList();
            left -= options.Count;
            groups.AddRange(options.Chunk(BlockLimits.Options).Select((some, i) => new ChoiceGroup(Title(group.Title, options.Count, i), some)));
        }

        var titled = groups.Count > 1;
        return [.. groups.Take(BlockLimits.Options).Select(group => titled && group.Title.Length == 0 ? group with { Title = texts["Others"] } : group)];
    }

    private string Title(string title, int count, int part)
    {
        if (count <= BlockLimits.Options) return title;
        var from = (part * BlockLimits.Options) + 1;
        return $"{title} {texts.Format("Range", from, Math.Min(count, from + BlockLimits.Options - 1))}".Trim();
    }

    private static JsonObject Group(ChoiceGroup group) => new() { ["label"] = BlockElements.Plain(group.Title, BlockLimits.Label), ["options"] = Options(group) };

    private static JsonArray Options(ChoiceGroup group) => new([.. group.Options.Select(option => new JsonObject
    {
        ["text"] = BlockElements.Plain(option.Label, BlockLimits.Label),
        ["value"] = option.Value,
    })]);
}
