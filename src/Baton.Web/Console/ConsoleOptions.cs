namespace Baton.Web.Console;

/// <summary>Section <c>Console</c>: the web console, a chat platform for development and demonstrations.</summary>
public sealed class ConsoleOptions
{
    /// <summary>The section's name.</summary>
    public const string Section = "Console";

    /// <summary>Whether there is a console. Default false: it asks nobody for a password, so it must be wanted.</summary>
    public bool Enabled { get; set; }

    /// <summary>The channels, in the order in which they are shown. Direct messages need no entry.</summary>
    public IList<ConsoleChannelOptions> Places { get; set; } = [];
}
