using Baton.Tables.Tests.Leases;
using Baton.Tables.Tests.Stores;

namespace Baton.Tables.Tests.Azure;

/// <summary>The tests of every store once more, in an account of table storage.</summary>
public static class StoresOnAzurite
{
    [Fact]
    public static void Every_store_is_tested_on_both_engines()
    {
        var files = typeof(StoreTests).Assembly.GetTypes().Where(type => type.BaseType == typeof(StoreTests));
        var accounts = typeof(StoreTests).Assembly.GetTypes().Where(type => type.IsAssignableTo(typeof(IClassFixture<SharedAzurite>))).Select(type => type.BaseType);

        Assert.Empty(files.Except(accounts));
    }
}

public sealed class AgendaOnAzurite(SharedAzurite shared) : AgendaTests, IClassFixture<SharedAzurite>
{
    protected override ITableEngine EmptyEngine() => shared.Engine();
}

public sealed class FactsOnAzurite(SharedAzurite shared) : FactsTests, IClassFixture<SharedAzurite>
{
    protected override ITableEngine EmptyEngine() => shared.Engine();
}

public sealed class FeedbackThreadsOnAzurite(SharedAzurite shared) : FeedbackThreadsTests, IClassFixture<SharedAzurite>
{
    protected override ITableEngine EmptyEngine() => shared.Engine();
}

public sealed class HandoffCommitOnAzurite(SharedAzurite shared) : HandoffCommitTests, IClassFixture<SharedAzurite>
{
    protected override ITableEngine EmptyEngine() => shared.Engine();
}

public sealed class HandoffRoundTripOnAzurite(SharedAzurite shared) : HandoffRoundTripTests, IClassFixture<SharedAzurite>
{
    protected override ITableEngine EmptyEngine() => shared.Engine();
}

public sealed class IdempotencyKeysOnAzurite(SharedAzurite shared) : IdempotencyKeysTests, IClassFixture<SharedAzurite>
{
    protected override ITableEngine EmptyEngine() => shared.Engine();
}

public sealed class InboxesOnAzurite(SharedAzurite shared) : InboxesTests, IClassFixture<SharedAzurite>
{
    protected override ITableEngine EmptyEngine() => shared.Engine();
}

public sealed class LeadIndexOnAzurite(SharedAzurite shared) : LeadIndexTests, IClassFixture<SharedAzurite>
{
    protected override ITableEngine EmptyEngine() => shared.Engine();
}

public sealed class LeadRaceOnAzurite(SharedAzurite shared) : LeadRaceTests, IClassFixture<SharedAzurite>
{
    protected override ITableEngine EmptyEngine() => shared.Engine();
}

public sealed class LostPlacesOnAzurite(SharedAzurite shared) : LostPlacesTests, IClassFixture<SharedAzurite>
{
    protected override ITableEngine EmptyEngine() => shared.Engine();
}

public sealed class OpenFactsOnAzurite(SharedAzurite shared) : OpenFactsTests, IClassFixture<SharedAzurite>
{
    protected override ITableEngine EmptyEngine() => shared.Engine();
}

public sealed class OutboxOnAzurite(SharedAzurite shared) : OutboxTests, IClassFixture<SharedAzurite>
{
    protected override ITableEngine EmptyEngine() => shared.Engine();
}

public sealed class PeopleOnAzurite(SharedAzurite shared) : PeopleTests, IClassFixture<SharedAzurite>
{
    protected override ITableEngine EmptyEngine() => shared.Engine();
}

public sealed class RowFormOnAzurite(SharedAzurite shared) : RowFormTests, IClassFixture<SharedAzurite>
{
    protected override ITableEngine EmptyEngine() => shared.Engine();
}

public sealed class RewriteRaceOnAzurite(SharedAzurite shared) : RewriteRaceTests, IClassFixture<SharedAzurite>
{
    protected override ITableEngine EmptyEngine() => shared.Engine();
}

public sealed class SafetyWakesOnAzurite(SharedAzurite shared) : SafetyWakeTests, IClassFixture<SharedAzurite>
{
    protected override ITableEngine EmptyEngine() => shared.Engine();
}

public sealed class ShardLeasesOnAzurite(SharedAzurite shared) : ShardLeasesTests, IClassFixture<SharedAzurite>
{
    protected override ITableEngine EmptyEngine() => shared.Engine();
}

public sealed class LeasePropertiesOnAzurite(SharedAzurite shared) : LeaseProperties, IClassFixture<SharedAzurite>
{
    protected override ITableEngine EmptyEngine() => shared.Engine();
}

public sealed class StuckEffectsOnAzurite(SharedAzurite shared) : StuckEffectsTests, IClassFixture<SharedAzurite>
{
    protected override ITableEngine EmptyEngine() => shared.Engine();
}

public sealed class SuggestionsOnAzurite(SharedAzurite shared) : SuggestionsTests, IClassFixture<SharedAzurite>
{
    protected override ITableEngine EmptyEngine() => shared.Engine();
}

public sealed class WaitingCardsOnAzurite(SharedAzurite shared) : WaitingCardsTests, IClassFixture<SharedAzurite>
{
    protected override ITableEngine EmptyEngine() => shared.Engine();
}
