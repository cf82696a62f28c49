namespace Baton.Slack.StandIn.Blocks;

/// <summary>Rich text (https://docs.slack.dev/reference/block-kit/blocks/rich-text-block).</summary>
internal static class RichTextRules
{
    /// <summary>A <c>rich_text</c> block or cell.</summary>
    public static void Check(LintedObject block)
    {
        foreach (var part in block.Objects("elements", 1, int.MaxValue))
        {
            switch (part.OneOf("type", "rich_text_section", "rich_text_list", "rich_text_quote", "rich_text_preformatted"))
            {
                case "rich_text_list":
                    List(part);
                    break;
                case "rich_text_section":
                    Runs(part);
                    break;
                default:
                    part.Whole("border", 0, 1, required: false);
                    Runs(part);
                    break;
            }

            part.End();
        }
    }

    private static void List(LintedObject list)
    {
        list.OneOf("style", "bullet", "ordered");
        list.Whole("indent", 0, 8, required: false);
        list.Whole("border", 0, 1, required: false);
        foreach (var item in list.Objects("elements", 1, int.MaxValue))
        {
            item.OneOf("type", "rich_text_section");
            Runs(item);
            item.End();
        }
    }

    private static void Runs(LintedObject section)
    {
        foreach (var run in section.Objects("elements", 1, int.MaxValue))
        {
            Run(run, run.Text("type", 1, 255));
            if (run.Object("style", required: false) is { } style)
            {
                foreach (var name in new[] { "bold", "italic", "strike", "code", "underline" }) style.Flag(name);
                style.End();
            }

            run.End();
        }
    }

    private static void Run(LintedObject run, string? type)
    {
        switch (type)
        {
            case "text":
                run.Text("text", 1, int.MaxValue);
                break;
            case "emoji":
                run.Text("name", 1, 100);
                run.Text("unicode", 1, 100, required: false);
                break;
            case "date":
                run.Whole("timestamp", long.MinValue, long.MaxValue, required: true);
                if (run.Text("format", 1, 255) is { } format && !format.Contains('{', StringComparison.Ordinal)) run.Fault("a date format without a token");
                run.Text("fallback", 1, 255, required: false);
                break;
            case "link":
                run.Text("url", 1, 3000);
                run.Text("text", 1, int.MaxValue, required: false);
                break;
            case "user":
                run.Text("user_id", 1, 255);
                break;
            case "channel":
                run.Text("channel_id", 1, 255);
                break;
            case "usergroup":
                run.Text("usergroup_id", 1, 255);
                break;
            case "broadcast":
                run.OneOf("range", "here", "channel", "everyone");
                break;
            default:
                run.Fault($"unknown type of rich text element '{type}'");
                break;
        }
    }
}
