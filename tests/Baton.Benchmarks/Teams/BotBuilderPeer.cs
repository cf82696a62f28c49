using Baton.Benchmarks.Product;
using Baton.Benchmarks.Running;
using Baton.Teams.StandIn;

namespace Baton.Benchmarks.Teams;

/// <summary>The peer: a bot on <c>botbuilder</c> that checks the token of a card's button, answers it with an empty card and stores nothing.</summary>
internal static class BotBuilderPeer
{
    private static string Folder => Path.Combine(Published.Repository, "tests/Baton.Benchmarks/peers/botbuilder");

    /// <summary>Fetches the packages that its lock file names, where that is not done yet.</summary>
    public static Task PrepareAsync(CancellationToken cancellation) =>
        Directory.Exists(Path.Combine(Folder, "node_modules")) ? Task.CompletedTask : Tool.RunAsync(Folder, "npm", ["ci", "--no-audit", "--no-fund"], cancellation);

    /// <summary>Starts it. It takes the same tokens as Baton, with keys from the same place.</summary>
    public static Task<ServerProcess> StartAsync(StrictTeams teams, CancellationToken cancellation) => ServerProcess.StartAsync(
        "node",
        ["app.js"],
        ServerSettings.Of(
            Folder, ("NODE_ENV", "production"), ("APP_ID", teams.Settings.AppId), ("TENANT_ID", teams.Settings.TenantId), ("AUTHORITY", teams.Address.AbsoluteUri), ("PORT", "{port}")),
        null,
        cancellation);
}
