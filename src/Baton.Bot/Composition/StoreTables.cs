using Baton.Bot.Teams;
using Baton.Bot.Tokens;
using Baton.Bot.WebConsole;
using Baton.Tables;

namespace Baton.Bot.Composition;

/// <summary>Every table that the product keeps anything in: made at the start, and what a backup takes.</summary>
internal static class StoreTables
{
    /// <summary>All of them.</summary>
    public static IReadOnlyList<string> All { get; } = [.. BatonTables.Names, TableConsoleMessages.Table, TableSlackGrants.Table, TableTeamsMemory.Table];

    /// <summary>Those whose rows belong into a backup; what only says how far a process is stays behind.</summary>
    public static IEnumerable<string> Kept => All.Where(t => !BatonTables.Passing.Contains(t));
}
