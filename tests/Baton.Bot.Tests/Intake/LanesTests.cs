using Baton.Bot.Intake;

namespace Baton.Bot.Tests.Intake;

public class LanesTests
{
    [Fact]
    public async Task Each_lane_keeps_its_order()
    {
        var done = Enumerable.Range(0, Lanes.Count).Select(_ => new List<int>()).ToArray();

        await Lanes.RunAsync(Numbers(5_000), n => n, async n =>
        {
            await Task.Yield();
            done[n % Lanes.Count].Add(n);
        }, default);

        Assert.Equal(5_000, done.Sum(d => d.Count));
        Assert.All(done, lane => Assert.Equal(lane.Order(), lane));
    }

    [Fact]
    public async Task As_many_are_at_work_at_once_as_there_are_lanes_and_no_more()
    {
        var (atWork, most) = (0, 0);
        var all = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);

        await Lanes.RunAsync(Numbers(1_000), n => n, async _ =>
        {
            var now = Interlocked.Increment(ref atWork);
            InterlockedMax(ref most, now);
            if (now == Lanes.Count)
            {
                all.TrySetResult();
            }

            await all.Task;
            Interlocked.Decrement(ref atWork);
        }, default);

        Assert.Equal(Lanes.Count, most);
    }

    [Fact]
    public async Task No_more_is_asked_for_than_there_is_room()
    {
        var asked = 0;
        var full = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var open = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        async IAsyncEnumerable<int> Counted()
        {
            await foreach (var n in Numbers(10_000))
            {
                if (++asked > Lanes.MaxUnderWay)
                {
                    full.TrySetResult();
                }

                yield return n;
            }
        }

        var running = Lanes.RunAsync(Counted(), n => n, _ => open.Task, default);
        await full.Task;

        Assert.Equal(Lanes.MaxUnderWay + 1, asked);
        open.SetResult();
        await running;
        Assert.Equal(10_000, asked);
    }

    [Fact]
    public async Task What_one_throws_is_thrown_after_all_under_way_have_ended()
    {
        var ended = 0;

        await Assert.ThrowsAsync<InvalidOperationException>(() => Lanes.RunAsync(Numbers(100), n => n, async n =>
        {
            await Task.Yield();
            Interlocked.Increment(ref ended);
            if (n == 3)
            {
                throw new InvalidOperationException();
            }
        }, default));

        // Those behind it in its lane are not begun: 3, 35, 67 and 99 share one.
        Assert.Equal(97, ended);
    }

    private static async IAsyncEnumerable<int> Numbers(int count)
    {
        for (var n = 0; n < count; n++)
        {
            yield return n;
        }

        await Task.CompletedTask;
    }

    private static void InterlockedMax(ref int most, int value)
    {
        for (var seen = Volatile.Read(ref most); value > seen; seen = Volatile.Read(ref most))
        {
            Interlocked.CompareExchange(ref most, value, seen);
        }
    }
}
