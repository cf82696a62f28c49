using Baton.Handoffs.Chat;
using Baton.Handoffs.Handoffs.Intents;
using Baton.Handoffs.Scoring;
using Baton.Handoffs.Tests.Doubles;
using Baton.Handoffs.Tests.Handoffs;
using static Baton.Handoffs.Tests.Handoffs.Staff;

namespace Baton.Handoffs.Tests.Places;

public sealed class BurstTests
{
    private const int Many = 80;
    private static readonly TimeSpan Second = TimeSpan.FromSeconds(1);

    private readonly World world = new();

    public BurstTests() => world.Chat.Pace = Second;

    [Fact]
    public async Task A_burst_keeps_the_pace_and_posts_every_card_once()
    {
        var sends = new List<DateTimeOffset>();
        world.Chat.Fate = send =>
        {
            if (send is { Place.Id: "sales", Kind: "post" or "update" }) sends.Add(world.Now);
            return Fate.Arrives;
        };
        await TakeAsync(Many);

        await RunAsync(world.Start(), Many + 30);

        Assert.Equal(Many, Cards().Select(m => m.Card.Handoff).Distinct().Count());
        Assert.Equal(Many, Cards().Count());
        Assert.All(sends.Zip(sends.Skip(1), (a, b) => b - a), gap => Assert.True(gap >= Second));
    }

    [Fact]
    public async Task A_hot_lead_that_comes_later_goes_before_those_that_wait()
    {
        var process = world.Start();
        await TakeAsync(Many);
        await RunAsync(process, 10);

        var hot = (await process.Leads.TakeAsync(A.Lead("hot", "hot@c.example") with { Score = 95 }, Api, world.Now, default)).Handoff!.Value;
        Assert.Equal(Tier.Hot, world.Handoff(hot).Tier);
        await process.Runner.RunAsync(hot, [], default);
        await RunAsync(process, 4);

        Assert.Contains(Cards(), m => m.Card.Handoff == hot);
        Assert.True(Cards().Count() < 20);
        await RunAsync(process, Many + 40);
        Assert.Equal(Many + 1, Cards().Count());
    }

    [Fact]
    public async Task What_somebody_clicks_is_shown_before_those_that_wait()
    {
        var process = world.Start();
        await TakeAsync(Many);
        await RunAsync(process, 10);
        var first = Cards().First();
        var id = first.Card.Handoff!.Value;

        await world.DoAsync(id, new Intent.Accept(), Aoi);
        await process.Runner.RunAsync(id, [], default);
        await RunAsync(process, 4);

        Assert.Equal(world.Handoff(id).CardVersion, first.Card.Version);
    }

    [Fact]
    public async Task People_see_one_line_that_says_how_many_wait_and_in_the_end_that_none_does()
    {
        await TakeAsync(Many);

        await RunAsync(world.Start(), Many + 60);

        var line = Assert.Single(Lines());
        Assert.InRange(line.Cards.Count, 3, 6);
        Assert.Contains("あと", PlainText.Of(line.Cards[0].Summary, NodaTime.DateTimeZone.Utc, "ja"), StringComparison.Ordinal);
        Assert.Equal("保留していたリードをすべて投稿しました", PlainText.Of(line.Card.Summary, NodaTime.DateTimeZone.Utc, "ja"));
        Assert.Empty(world.Waiting.Cards);
        Assert.Empty(world.Waiting.Lines);
        Assert.DoesNotContain(world.Wakes.All, w => w.Kind == Baton.Handoffs.Handoffs.Store.WakeKind.Waiting);
    }

    [Fact]
    public async Task A_handful_needs_no_line()
    {
        await TakeAsync(6);

        await RunAsync(world.Start(), 60);

        Assert.Empty(Lines());
        Assert.Equal(6, Cards().Count());
    }

    [Fact]
    public async Task A_crash_in_the_middle_loses_no_card_doubles_none_and_leaves_one_line()
    {
        for (var point = 40; point < 1000; point += 97)
        {
            var own = new World();
            own.Chat.Pace = Second;
            await TakeAsync(own, 30);
            try
            {
                await RunAsync(own, own.Start(point), 60);
            }
            catch (ProcessDiedException)
            {
                own.Clock.Advance(TimeSpan.FromMinutes(2));
            }

            await RunAsync(own, own.Start(), 200);

            var cards = own.Chat.In("console:sales").Where(m => m.Card.Kind == CardKind.Handoff).ToList();
            Assert.Equal((point, 30, 30), (point, cards.Count, cards.Select(m => m.Card.Handoff).Distinct().Count()));
            Assert.InRange(own.Chat.Messages.Count(m => m.EffectId.StartsWith("waiting-", StringComparison.Ordinal)), 1, 2);
            Assert.Empty(own.Waiting.Cards);
            Assert.Empty(own.Waiting.Lines);
        }
    }

    private IEnumerable<ShownMessage> Cards() => world.Chat.In("console:sales").Where(m => m.Card.Kind == CardKind.Handoff);

    private IEnumerable<ShownMessage> Lines() => world.Chat.Messages.Where(m => m.EffectId.StartsWith("waiting-", StringComparison.Ordinal));

    private Task TakeAsync(int count) => TakeAsync(world, count);

    private static async Task TakeAsync(World world, int count)
    {
        for (var i = 0; i < count; i++) await world.TakeAsync(A.Lead($"{i}", $"p{i}@c.example"));
        world.Clock.Advance(TimeSpan.FromSeconds(31));
    }

    private Task RunAsync(Process process, int seconds) => RunAsync(world, process, seconds);

    private static async Task RunAsync(World world, Process process, int seconds)
    {
        for (var second = 0; second < seconds; second++)
        {
            await world.SweepAsync(process);
            world.Clock.Advance(Second);
        }
    }
}
