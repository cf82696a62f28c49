namespace Baton.Slack.Blocks;

/// <summary>
/// What Slack takes, in UTF-16 units, which are never fewer than the characters that Slack counts. Sources, unless another is named: the reference pages
/// of each block (https://docs.slack.dev/reference/block-kit/blocks), of each element and of the composition objects beside them, and of views
/// (https://docs.slack.dev/reference/views).
/// </summary>
internal static class BlockLimits
{
    /// <summary>Blocks of a message.</summary>
    public const int MessageBlocks = 50;

    /// <summary>Blocks of a modal or of the Home tab.</summary>
    public const int ViewBlocks = 100;

    /// <summary>The fallback text of a message: longer ones are refused on update (https://docs.slack.dev/reference/methods/chat.update).</summary>
    public const int FallbackText = 4000;

    /// <summary>A text object.</summary>
    public const int Text = 3000;

    /// <summary>The text of a header.</summary>
    public const int Header = 150;

    /// <summary>
    /// The text of all blocks of a message together. Slack refuses more than about 12,000, counts in a way that it does not publish, and refused
    /// 11,341 of rich text (https://github.com/slackapi/bolt-js/issues/2509 and 2867): so there is head-room.
    /// </summary>
    public const int MessageText = 8000;

    /// <summary>The text of all blocks of a view together: six bytes each as JSON, and the rest of the view, stay below <see cref="ViewJson"/>.</summary>
    public const int ViewText = 20_000;

    /// <summary>A whole view as JSON in ASCII; Slack refuses more than 250 KB as <c>view_too_large</c> (https://docs.slack.dev/reference/methods/views.open).</summary>
    public const int ViewJson = 240_000;

    /// <summary>Buttons of an actions block.</summary>
    public const int Buttons = 25;

    /// <summary>The text of a button, an option or an option group.</summary>
    public const int Label = 75;

    /// <summary>The value of a button.</summary>
    public const int ButtonValue = 2000;

    /// <summary>An <c>action_id</c> or a <c>block_id</c>.</summary>
    public const int Id = 255;

    /// <summary>The value of an option.</summary>
    public const int OptionValue = 75;

    /// <summary>Options of a menu or of one of its groups.</summary>
    public const int Options = 100;

    /// <summary>The label of a question.</summary>
    public const int Question = 2000;

    /// <summary>What stands in an empty field.</summary>
    public const int Placeholder = 150;

    /// <summary>The longest answer of a text field.</summary>
    public const int Answer = 3000;

    /// <summary>Title, submit and close of a modal.</summary>
    public const int ModalTitle = 24;

    /// <summary>What a modal remembers.</summary>
    public const int PrivateMetadata = 3000;

    /// <summary>The question that a button asks before it is sent, and the words of its answers.</summary>
    public const int ConfirmTitle = 100, ConfirmText = 300, ConfirmAnswer = 30;

    /// <summary>Rows of a table, its heading among them.</summary>
    public const int TableRows = 100;

    /// <summary>Cells of a row.</summary>
    public const int TableCells = 20;
}
