using System.Globalization;
using Baton.Tables.Backup;

namespace Baton.Bot.Commands.Keeping;

/// <summary>Where a backup goes: the file that was named, or one in the folder that was.</summary>
internal static class BackupPath
{
    private const string Prefix = "baton-";
    private const string Extension = ".baton";

    /// <summary>The file. In a folder the latest that was interrupted and goes on; else it is named by the time.</summary>
    /// <param name="given">A file or a folder.</param>
    /// <param name="now">The time.</param>
    /// <param name="goesOn">Whether a backup to a file was interrupted and goes on.</param>
    public static async Task<string> OfAsync(string given, DateTimeOffset now, Func<string, Task<bool>> goesOn)
    {
        if (!Directory.Exists(given))
        {
            return given;
        }

        foreach (var unfinished in UnfinishedIn(given).OrderDescending(StringComparer.Ordinal))
        {
            var path = unfinished[..^BackupRun.Unfinished.Length];
            if (await goesOn(path))
            {
                return path;
            }
        }

        return Path.Combine(given, string.Create(CultureInfo.InvariantCulture, $"{Prefix}{now.UtcDateTime:yyyyMMdd'T'HHmmss'Z'}{Extension}"));
    }

    /// <summary>What interrupted backups left in a folder; nothing where no folder was given.</summary>
    /// <param name="given">A file or a folder.</param>
    public static IEnumerable<string> UnfinishedIn(string given) => Directory.Exists(given) ? Directory.GetFiles(given, $"{Prefix}*{Extension}{BackupRun.Unfinished}") : [];
}
