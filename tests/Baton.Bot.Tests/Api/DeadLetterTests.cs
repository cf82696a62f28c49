using System.Diagnostics.Metrics;
using Baton.Bot.Tests.Api.Hosting;
using Baton.Bot.Workers;
using Baton.Handoffs.Handoffs;
using Baton.Handoffs.Repairs;
using Baton.Handoffs.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace Baton.Bot.Tests.Api;

public sealed class DeadLetterTests : IAsyncLifetime
{
    private ApiHost host = null!;

    private IStuckEffects Stuck => host.Services.GetRequiredService<IStuckEffects>();

    public async Task InitializeAsync() => host = await ApiHost.StartAsync();

    public async Task DisposeAsync() => await host.DisposeAsync();

    [Theory]
    [InlineData("""{ "off": "slack:C1" }""")]
    [InlineData("""{ "of": "slack:C1", "x": 1 }""")]
    [InlineData("""{ "Of": "slack:C1" }""")]
    [InlineData("""{ "of": 7 }""")]
    [InlineData("""{ "of": ["slack:C1"] }""")]
    [InlineData("""{ "of": "" }""")]
    [InlineData("""{ "of": "everything" }""")]
    [InlineData("[]")]
    [InlineData("\"slack:C1\"")]
    [InlineData("null")]
    public async Task A_body_that_may_not_mean_what_it_says_sets_nothing_going(string body)
    {
        await PutAsync("a", StuckCause.Refused);

        var answer = (await host.PostAsync("/api/dead-letters/retry", body)).Expect(400);

        Assert.Equal("of: a place such as slack:C0123 or the id of a handoff, or left out for all", Assert.Single(answer.Errors()));
        Assert.Null(Assert.Single(await Stuck.AllAsync(default).ToListAsync()).RetriedAt);
    }

    [Theory]
    [InlineData("{}")]
    [InlineData("""{ "of": null }""")]
    [InlineData("""{ "of": "slack:C1" }""")]
    [InlineData("""{ "of": "console:nowhere" }""")]
    public async Task A_place_or_nothing_may_be_named(string body) =>
        Assert.Equal(0, (await host.PostAsync("/api/dead-letters/retry", body)).Expect(200).Json.GetProperty("going").GetInt32());

    [Fact]
    public async Task A_handoff_may_be_named_and_what_it_does_not_have_is_off_the_list()
    {
        await PutAsync("a", StuckCause.Refused);
        Assert.Single((await host.GetAsync("/api/dead-letters")).Expect(200).Json.GetProperty("deadLetters").EnumerateArray());

        var answer = (await host.PostAsync("/api/dead-letters/retry", $$"""{ "of": "{{HandoffId.For("web", "1").Value}}" }""")).Expect(200);

        Assert.Equal(0, answer.Json.GetProperty("going").GetInt32());
        Assert.Empty((await host.GetAsync("/api/dead-letters")).Expect(200).Json.GetProperty("deadLetters").EnumerateArray());
    }

    [Fact]
    public async Task The_gauge_tells_what_stands_still_by_cause_and_zero_when_it_moves_again()
    {
        var meter = host.Services.GetRequiredService<DeadLetterMeter>();
        Assert.Empty(Measured());
        await PutAsync("a", StuckCause.Refused);
        await PutAsync("b", StuckCause.Refused);
        await PutAsync("c", StuckCause.PlaceLost);

        await meter.EnsureFreshAsync(HouseRules.Monday, default);
        Assert.Equal(new Dictionary<string, int> { ["PlaceLost"] = 1, ["Refused"] = 2, ["TriedTooOften"] = 0, ["Broken"] = 0 }, Measured());

        await Stuck.RemoveAsync(HandoffId.For("web", "1"), "a", default);
        await meter.EnsureFreshAsync(HouseRules.Monday + DeadLetterMeter.Fresh - TimeSpan.FromTicks(1), default);
        Assert.Equal(2, Measured()["Refused"]);
        await meter.EnsureFreshAsync(HouseRules.Monday + DeadLetterMeter.Fresh, default);
        Assert.Equal(1, Measured()["Refused"]);
    }

    private Dictionary<string, int> Measured()
    {
        var told = new Dictionary<string, int>();
        using var listener = new MeterListener
        {
            InstrumentPublished = (instrument, it) =>
            {
                if (instrument.Name == DeadLetterMeter.Gauge && instrument.Meter.Scope == host.Services.GetRequiredService<IMeterFactory>()) it.EnableMeasurementEvents(instrument);
            },
        };
        listener.SetMeasurementEventCallback<int>((_, count, tags, _) => told.Add((string)Assert.Single(tags.ToArray()).Value!, count));
        listener.Start();
        listener.RecordObservableInstruments();
        return told;
    }

    private Task PutAsync(string effect, StuckCause cause) =>
        Stuck.PutAsync(new StuckEffect(HandoffId.For("web", "1"), effect, "showCard", Place.Parse("slack:C1"), cause, "no", HouseRules.Monday), default);
}
