namespace Baton.Slack.StandIn.Blocks;

/// <summary>The blocks of one payload (https://docs.slack.dev/reference/block-kit/blocks).</summary>
internal sealed class BlockRules(List<string> faults, BlockSurface surface)
{
    private readonly HashSet<string> ids = new(StringComparer.Ordinal);
    private int tables;

    /// <summary>Whether there is a question among them.</summary>
    public bool HasInput { get; private set; }

    /// <summary>Checks all of them.</summary>
    public void Check(IEnumerable<LintedObject> blocks)
    {
        foreach (var block in blocks)
        {
            if (block.Text("block_id", 1, 255, required: false) is { } id && !ids.Add(id)) block.Fault($"block_id '{id}' is not unique");
            Check(block, block.Text("type", 1, 255));
            block.End();
        }

        if (tables > 1) faults.Add("blocks: only_one_table_allowed");
    }

    private void Check(LintedObject block, string? type)
    {
        switch (type)
        {
            case "actions":
                Actions(block);
                break;
            case "context":
                foreach (var element in block.Objects("elements", 1, 10)) Context(element);
                break;
            case "divider":
                break;
            case "header":
                TextRules.Plain(block, "text", 150);
                break;
            case "image":
                Image(block);
                TextRules.Plain(block, "title", 2000, required: false);
                break;
            case "input":
                Input(block);
                break;
            case "rich_text":
                RichTextRules.Check(block);
                break;
            case "section":
                Section(block);
                break;
            case "table":
                Table(block);
                break;
            default:
                block.Fault($"unknown type of block '{type}'");
                break;
        }
    }

    private static void Actions(LintedObject block)
    {
        var ids = new HashSet<string>(StringComparer.Ordinal);
        foreach (var element in block.Objects("elements", 1, 25))
        {
            if (ElementRules.InActions(element) is { } id && !ids.Add(id)) element.Fault($"action_id '{id}' is not unique in its block");
        }
    }

    private static void Context(LintedObject element)
    {
        if (element.Has("text")) TextRules.Any(element, 3000);
        else
        {
            element.OneOf("type", "image");
            Image(element);
            element.End();
        }
    }

    private static void Image(LintedObject image)
    {
        image.Text("image_url", 1, 3000);
        image.Text("alt_text", 1, 2000);
    }

    private void Input(LintedObject block)
    {
        HasInput = true;
        TextRules.Plain(block, "label", 2000);
        TextRules.Plain(block, "hint", 2000, required: false);
        block.Flag("optional");
        block.Flag("dispatch_action");
        if (block.Object("element") is { } element) ElementRules.InInput(element);
    }

    private static void Section(LintedObject block)
    {
        if (!block.Has("text") && !block.Has("fields")) block.Fault("neither text nor fields");
        TextRules.Any(block, "text", 3000, required: false);
        foreach (var field in block.Objects("fields", 1, 10, required: false)) TextRules.Any(field, 2000);
        if (block.Object("accessory", required: false) is { } accessory) ElementRules.InActions(accessory);
        block.Flag("expand");
    }

    private void Table(LintedObject block)
    {
        if (surface != BlockSurface.Message) block.Fault("a table stands in messages only");
        tables++;
        var rows = block.Rows("rows", 100, 20);
        if (rows.Select(row => row.Count).Distinct().Count() > 1) block.Fault("rows of different lengths");
        foreach (var cell in rows.SelectMany(row => row)) Cell(cell);
        foreach (var setting in block.Objects("column_settings", 0, 20, required: false))
        {
            if (setting.Has("align")) setting.OneOf("align", "left", "center", "right");
            setting.Flag("is_wrapped");
            setting.End();
        }
    }

    private static void Cell(LintedObject cell)
    {
        switch (cell.OneOf("type", "raw_text", "raw_number", "rich_text"))
        {
            case "raw_text":
                cell.Text("text", 1, 3000);
                break;
            case "raw_number":
                cell.Number("value");
                cell.Text("text", 1, 3000);
                break;
            default:
                RichTextRules.Check(cell);
                break;
        }

        cell.End();
    }
}
