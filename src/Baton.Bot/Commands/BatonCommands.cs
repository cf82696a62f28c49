using System.CommandLine;
using Baton.Bot.Commands.Keeping;

namespace Baton.Bot.Commands;

/// <summary>The command line.</summary>
internal static class BatonCommands
{
    /// <summary><c>baton</c> with everything that it can do.</summary>
    public static RootCommand Root()
    {
        var root = new RootCommand("Hands newly qualified leads from marketing to sales, and makes sure that none is dropped.")
        {
            ServeCommand.Create(),
            DemoCommand.Create(),
            DoctorCommand.Create(),
            ImportCommand.Create(),
            EraseCommand.Create(),
            ManifestCommand.Create(),
            BackupCommand.Create(),
            RestoreCommand.Create(),
            AuditCommand.Create(),
        };
        return root;
    }
}
