using System.Globalization;
using Baton.Tables.Backup;

namespace Baton.Bot.Commands.Keeping;

/// <summary>Where a backup goes: the file that was named, or one in the folder that was.</summary>
internal static class BackupPath
{
    private const string Prefix = "baton-";
    private const string Extension = ".baton";

    /// <summary>The file. In a folder one that was interrupted goes on; else it is named by the time.</summary>
    /// <param name="given">A file or a folder.</param>
    /// <param name="now">The time.</param>
    public static string Of(string given, DateTimeOffset now)
    {
        if (!Directory.Exists(given))
        {
            return given;
        }

        var unfinished = Directory.EnumerateFiles(given, $"{Prefix}*{Extension}{BackupRun.Unfinished}").Order(StringComparer.Ordinal).LastOrDefault();
        return unfinished?[..^BackupRun.Unfinished.Length]
            ?? Path.Combine(given, string.Create(CultureInfo.InvariantCulture, $"{Prefix}{now.UtcDateTime:yyyyMMdd'T'HHmmss'Z'}{Extension}"));
    }
}
