using System.Security.Cryptography;
using System.Text;
using Baton.Slack;
using Baton.Slack.Api.Tokens;
using Baton.Tables;

namespace Baton.Bot.Tokens;

/// <summary>
/// Slack's grant in table storage: table <c>grants</c>, partition <c>slack</c>, a row for the refresh token of the configuration, of which only the hash is
/// told. Another refresh token in the configuration, as a new installation gives, begins anew; what was kept for the one before is deleted with its first grant.
/// </summary>
/// <remarks>
/// The tokens lie in the store as they are, as everything there does. Renewing needs the client secret too, which is not there: with the file alone somebody gets
/// twelve hours.
/// </remarks>
internal sealed class TableSlackGrants(ITableEngine engine, SlackOptions options) : ISlackGrants
{
    /// <summary>The table.</summary>
    public const string Table = "grants";

    private const string Partition = "slack";

    private readonly string rowKey = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(options.RefreshToken)));

    /// <inheritdoc />
    public async Task<SlackGrant?> ReadAsync(CancellationToken cancellation) => await RowAsync(cancellation) is { } row ? Grant(row) : null;

    /// <inheritdoc />
    public async Task<bool> ReplaceAsync(SlackGrant? current, SlackGrant next, CancellationToken cancellation)
    {
        var row = await RowAsync(cancellation);
        if ((row is null ? null : Grant(row)) != current)
        {
            return false;
        }

        var values = new TableValues(3) { { "access", next.AccessToken }, { "refresh", next.RefreshToken }, { "expiresAt", next.ExpiresAt } };
        var isKept = await engine.TryCommitAsync(Table, Partition, [TableCommits.InsertOrReplace(rowKey, values, row?.ETag)], cancellation);
        if (isKept && row is null)
        {
            await ForgetOlderAsync(cancellation);
        }

        return isKept;
    }

    private Task<TableRow?> RowAsync(CancellationToken cancellation) => engine.GetAsync(Table, Partition, rowKey, cancellation);

    // Apart from keeping the new one, which must not fail because somebody still renews the old one.
    private async Task ForgetOlderAsync(CancellationToken cancellation)
    {
        await foreach (var row in engine.ReadAllAsync(Table, Partition, RowRange.All, cancellation))
        {
            if (row.RowKey != rowKey)
            {
                await engine.TryCommitAsync(Table, Partition, [new TableAction.Remove(row.RowKey)], cancellation);
            }
        }
    }

    private static SlackGrant Grant(TableRow row) => new(row.Values.GetString("access"), row.Values.GetString("refresh"), row.Values.GetDateTimeOffset("expiresAt"));
}
