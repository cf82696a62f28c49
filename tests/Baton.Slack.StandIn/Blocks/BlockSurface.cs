namespace Baton.Slack.StandIn.Blocks;

/// <summary>Where blocks are shown.</summary>
internal enum BlockSurface
{
    /// <summary>A message.</summary>
    Message,

    /// <summary>A modal.</summary>
    Modal,

    /// <summary>The Home tab.</summary>
    Home,
}
