using System.Globalization;

namespace Baton.Slack.StandIn.Blocks;

/// <summary>Buttons and inputs (https://docs.slack.dev/reference/block-kit/block-elements).</summary>
internal static class ElementRules
{
    /// <summary>An element of an actions block or beside a section; returns its <c>action_id</c>.</summary>
    public static string? InActions(LintedObject element)
    {
        var id = element.Text("action_id", 1, 255);
        switch (element.Text("type", 1, 255))
        {
            case "button":
                Button(element);
                break;
            case "overflow":
                foreach (var option in element.Objects("options", 1, 5)) TextRules.Option(option);
                TextRules.Confirm(element);
                break;
            case "static_select":
                Select(element);
                break;
            case "datepicker":
                Date(element);
                break;
            case var type:
                element.Fault($"unknown type of element '{type}'");
                break;
        }

        element.End();
        return id;
    }

    /// <summary>The element of an input block.</summary>
    public static void InInput(LintedObject element)
    {
        element.Text("action_id", 1, 255);
        switch (element.Text("type", 1, 255))
        {
            case "plain_text_input":
                PlainText(element);
                break;
            case "static_select":
                Select(element);
                break;
            case "datepicker":
                Date(element);
                break;
            case var type:
                element.Fault($"unknown type of input '{type}'");
                break;
        }

        element.Flag("focus_on_load");
        element.End();
    }

    private static void Button(LintedObject button)
    {
        TextRules.Plain(button, "text", 75);
        button.Text("value", 0, 2000, required: false);
        button.Text("url", 1, 3000, required: false);
        button.Text("accessibility_label", 1, 75, required: false);
        if (button.Has("style")) button.OneOf("style", "primary", "danger");
        TextRules.Confirm(button);
    }

    private static void Select(LintedObject select)
    {
        TextRules.Plain(select, "placeholder", 150, required: false);
        TextRules.Options(select);
        TextRules.Confirm(select);
    }

    private static void Date(LintedObject date)
    {
        TextRules.Plain(date, "placeholder", 150, required: false);
        TextRules.Confirm(date);
        if (date.Text("initial_date", 10, 10, required: false) is { } day && !DateOnly.TryParseExact(day, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out _))
        {
            date.Fault($"initial_date '{day}' is no day");
        }
    }

    private static void PlainText(LintedObject input)
    {
        TextRules.Plain(input, "placeholder", 150, required: false);
        input.Flag("multiline");
        var least = input.Whole("min_length", 0, 3000, required: false) ?? 0;
        var most = input.Whole("max_length", 1, 3000, required: false) ?? 3000;
        if (least > most) input.Fault("min_length above max_length");
        input.Text("initial_value", 0, (int)most, required: false);
    }
}
