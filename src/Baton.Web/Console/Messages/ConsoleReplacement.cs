namespace Baton.Web.Console.Messages;

/// <summary>What became of a replacement.</summary>
public abstract record ConsoleReplacement
{
    private ConsoleReplacement()
    {
    }

    /// <summary>The message shows the new card.</summary>
    /// <param name="Message">The message as it is now.</param>
    public sealed record Replaced(ConsoleMessage Message) : ConsoleReplacement;

    /// <summary>The message shows a newer version already and was left alone.</summary>
    public sealed record Older : ConsoleReplacement;

    /// <summary>There is no such message.</summary>
    public sealed record Missing : ConsoleReplacement;
}
