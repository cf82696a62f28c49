namespace Baton.Slack.Blocks;

/// <summary>Names the resource file that holds the few texts which a rendered message adds of its own.</summary>
public sealed class BlockTexts
{
    private BlockTexts()
    {
    }
}
