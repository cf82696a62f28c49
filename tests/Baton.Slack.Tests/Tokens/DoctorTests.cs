using Baton.Bot.Commands;
using Baton.Bot.Composition;
using Baton.Slack.StandIn;
using Baton.Slack.Tests.Hosting;
using Microsoft.Extensions.DependencyInjection;

namespace Baton.Slack.Tests.Tokens;

/// <summary>The doctor looks at an installation whose tokens expire without spoiling it.</summary>
public sealed class DoctorTests : IAsyncLifetime
{
    private SlackHouse house = null!;

    public async Task InitializeAsync() =>
        house = await SlackHouse.StartAsync(workspace: new StrictSlackSettings { BotToken = "xoxe.xoxb-first", RefreshToken = "xoxe-first" });

    public async Task DisposeAsync() => await house.DisposeAsync();

    [Fact]
    public async Task The_doctor_uses_the_pair_that_the_running_product_keeps()
    {
        await house.OfferAsync();

        var findings = await SlackDoctor.RunAsync(house.Services.GetRequiredService<Settings>(), default);

        Assert.All(findings, finding => Assert.True(finding.Fine, finding.Text));
        Assert.Single(house.Slack.Calls, c => c.Method == "oauth.v2.access");
    }

    [Fact]
    public async Task A_pair_that_the_doctor_renewed_serves_the_product()
    {
        var findings = await SlackDoctor.RunAsync(house.Services.GetRequiredService<Settings>(), default);
        await house.OfferAsync();

        // The product, which has just been started, may ask at the same moment.
        Assert.All(findings, finding => Assert.True(finding.Fine, finding.Text));
        Assert.Single(house.Slack.Calls, c => c is { Method: "oauth.v2.access", Outcome: "ok" });
    }

    [Fact]
    public async Task Without_a_store_the_doctor_renews_nothing_and_says_so()
    {
        var settings = house.Services.GetRequiredService<Settings>() with { Store = new StoreOptions { Connection = $"Data Source={typeof(DoctorTests).Assembly.Location}/baton.db" } };

        await house.OfferAsync();
        var before = Renewals();

        var finding = Assert.Single(await SlackDoctor.RunAsync(settings, default));

        Assert.False(finding.Fine);
        Assert.StartsWith("Its token is kept in the store, which cannot be used", finding.Text, StringComparison.Ordinal);
        Assert.Equal(before, Renewals());
    }

    private int Renewals() => house.Slack.Calls.Count(c => c.Method == "oauth.v2.access");
}
