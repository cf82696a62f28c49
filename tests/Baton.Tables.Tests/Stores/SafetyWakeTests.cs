using Baton.Handoffs.Handoffs;
using Baton.Handoffs.Handoffs.Desk;
using Baton.Handoffs.Handoffs.Intents;
using Baton.Handoffs.Handoffs.Store;
using Baton.Tables.Tests.Stores.Building;

namespace Baton.Tables.Tests.Stores;

public class SafetyWakeTests : StoreTests
{
    [Fact]
    public async Task Two_commits_of_one_instant_have_a_wake_up_each_and_a_run_of_the_first_leaves_the_seconds()
    {
        var (agenda, story, kicks) = (new TableAgenda(Engine, 4), Story.Of(), new Kicks());
        var store = new TableHandoffStore(Engine, agenda);
        await story.KeepAsync(store);
        var desk = new HandoffDesk(store, new SafetyWakes(store, agenda, new Pulse(), new StoppedTime()), House.Terms, kicks);
        Assert.IsType<DeskAnswer.Done>(await desk.HandleAsync(story.Id, new Intent.Accept(), House.Rep, House.Monday, default));
        Assert.IsType<DeskAnswer.Done>(await desk.HandleAsync(story.Id, new Intent.Touch(), House.Rep, House.Monday, default));

        await agenda.RemoveAsync([kicks.Wakes[0]], default);

        var left = Assert.Single(await agenda.DueAsync(agenda.ShardOf(story.Id.Value), House.Monday.AddMinutes(1), 10, default));
        Assert.Equal(kicks.Wakes[1], left);
        Assert.InRange(left.Due, House.Monday.AddSeconds(30), House.Monday.AddSeconds(31));
    }

    private sealed class Kicks : IDeliveries
    {
        public List<Wake> Wakes { get; } = [];

        public void Kick(HandoffId id, Wake safety) => Wakes.Add(safety);
    }

    private sealed class StoppedTime : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => House.Monday;
    }
}
