using Baton.Tables;

namespace Baton.Bot.Api;

/// <summary>The store, by writing a row and reading it back.</summary>
internal sealed class StoreReadiness(ITableHealth health) : IReadiness
{
    public string Name => "store";

    public async Task<string?> ProblemAsync(CancellationToken cancellation) =>
        await health.CheckAsync(cancellation) is TableHealth.Failing failing ? failing.Text : null;
}
