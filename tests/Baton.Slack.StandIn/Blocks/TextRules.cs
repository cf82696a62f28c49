namespace Baton.Slack.StandIn.Blocks;

/// <summary>Text objects, options and confirmations (https://docs.slack.dev/reference/block-kit/composition-objects).</summary>
internal static class TextRules
{
    private const int Label = 75;

    /// <summary>A <c>plain_text</c> object.</summary>
    public static void Plain(LintedObject parent, string key, int most, bool required = true)
    {
        if (parent.Object(key, required) is { } text) Check(text, most, text.OneOf("type", "plain_text"));
    }

    /// <summary>A <c>plain_text</c> or <c>mrkdwn</c> object.</summary>
    public static void Any(LintedObject parent, string key, int most, bool required = true)
    {
        if (parent.Object(key, required) is { } text) Any(text, most);
    }

    /// <summary>The same, as an item of a list.</summary>
    public static void Any(LintedObject text, int most) => Check(text, most, text.OneOf("type", "plain_text", "mrkdwn"));

    /// <summary>The options of a menu, directly or in groups; returns how many there are.</summary>
    public static void Options(LintedObject menu)
    {
        if (menu.Has("options") == menu.Has("option_groups")) menu.Fault("either options or option_groups");
        var options = menu.Has("options") ? menu.Objects("options", 1, 100) : [];
        var groups = menu.Has("option_groups") ? menu.Objects("option_groups", 1, 100) : [];
        foreach (var group in groups)
        {
            Plain(group, "label", Label);
            options = [.. options, .. group.Objects("options", 1, 100)];
            group.End();
        }

        foreach (var option in options) Option(option);
        if (menu.Object("initial_option", required: false) is { } initial) Option(initial);
    }

    /// <summary>An option.</summary>
    public static void Option(LintedObject option)
    {
        Any(option, "text", Label);
        option.Text("value", 1, Label);
        Plain(option, "description", Label, required: false);
        option.End();
    }

    /// <summary>The question before a press is sent.</summary>
    public static void Confirm(LintedObject element)
    {
        if (element.Object("confirm", required: false) is not { } confirm) return;
        Plain(confirm, "title", 100);
        Any(confirm, "text", 300);
        Plain(confirm, "confirm", 30);
        Plain(confirm, "deny", 30);
        if (confirm.Has("style")) confirm.OneOf("style", "primary", "danger");
        confirm.End();
    }

    private static void Check(LintedObject text, int most, string? type)
    {
        text.Text("text", 1, Math.Min(most, 3000));
        if (type == "plain_text") text.Flag("emoji");
        if (type == "mrkdwn") text.Flag("verbatim");
        text.End();
    }
}
