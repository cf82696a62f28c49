namespace Baton.Web.Console.Messages;

/// <summary>What became of a replacement.</summary>
public enum ConsoleReplacement
{
    /// <summary>The message shows the new card.</summary>
    Replaced,

    /// <summary>The message shows a newer version already and was left alone.</summary>
    Older,

    /// <summary>There is no such message.</summary>
    Missing,
}
