using Baton.Handoffs.Tests.Doubles;
using Baton.Teams.StandIn;
using Baton.Teams.StandIn.Identity;
using Baton.Teams.Tokens.Keys;
using Baton.Wire;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;

namespace Baton.Teams.Tests.Tokens;

/// <summary>When keys are fetched, and what serves while they cannot be. The server is real, the clock is the test's.</summary>
public sealed class KeyRingTests : IAsyncLifetime
{
    private readonly TestClock clock = new(TokenHouse.Now);
    private readonly ServiceProvider services = new ServiceCollection().AddWireClient(KeyDocuments.Client).BuildServiceProvider();
    private readonly SigningPair first = new("first");
    private readonly SigningPair second = new("second");
    private StrictTeams teams = null!;
    private KeyRing ring = null!;

    private KeyHouse House => teams.ChannelKeys;

    public async Task InitializeAsync()
    {
        teams = await StrictTeams.StartAsync();
        House.Publish(first);
        var transport = new WireTransport(services.GetRequiredService<IHttpClientFactory>(), KeyDocuments.Client, TimeProvider.System) { Limit = TimeSpan.FromMinutes(5), MaxBytes = KeyDocuments.MaxBytes };
        ring = new KeyRing("the channel service", new KeyDocuments(transport, new Uri(teams.Address, "/v1/.well-known/openidconfiguration")), clock, NullLogger.Instance);
    }

    public async Task DisposeAsync()
    {
        await teams.DisposeAsync();
        await services.DisposeAsync();
        first.Dispose();
        second.Dispose();
    }

    [Fact]
    public async Task Keys_are_fetched_when_first_needed_and_then_kept()
    {
        Assert.IsType<KeyLookup.Found>(await FindAsync("first"));
        Assert.IsType<KeyLookup.Found>(await FindAsync("first"));

        Assert.Equal((1, 1), (House.MetadataAsked, House.KeysAsked));
    }

    [Fact]
    public async Task A_key_that_came_in_mid_run_is_fetched_at_once()
    {
        await FindAsync("first");
        House.Publish(first, second);
        clock.Advance(KeyRing.UnknownFloor);

        Assert.IsType<KeyLookup.Found>(await FindAsync("second"));
        Assert.Equal(2, House.KeysAsked);
    }

    [Fact]
    public async Task Names_that_somebody_makes_up_cause_one_fetch_in_five_minutes()
    {
        await FindAsync("first");
        clock.Advance(KeyRing.UnknownFloor);
        for (var i = 0; i < 50; i++)
        {
            Assert.IsType<KeyLookup.Unknown>(await FindAsync($"made-up-{i}"));
        }

        Assert.Equal(2, House.KeysAsked);
        clock.Advance(KeyRing.UnknownFloor - TimeSpan.FromSeconds(1));
        await FindAsync("made-up");
        Assert.Equal(2, House.KeysAsked);
    }

    [Fact]
    public async Task Many_who_need_keys_at_once_cause_one_fetch()
    {
        var found = await Task.WhenAll(Enumerable.Range(0, 30).Select(_ => FindAsync("first")));

        Assert.All(found, it => Assert.IsType<KeyLookup.Found>(it));
        Assert.Equal(1, House.KeysAsked);
    }

    [Fact]
    public async Task A_key_that_is_published_no_more_is_dropped_when_keys_grow_old()
    {
        await FindAsync("first");
        House.Publish(second);
        clock.Advance(KeyRing.FreshFor);

        Assert.IsType<KeyLookup.Found>(await FindAsync("first"));
        Assert.IsType<KeyLookup.Found>(await FindAsync("second"));
        Assert.IsType<KeyLookup.Unknown>(await FindAsync("first"));
        Assert.Equal(2, House.KeysAsked);
    }

    [Fact]
    public async Task While_the_issuer_is_down_old_keys_serve_for_five_days()
    {
        await FindAsync("first");
        House.GoDown();
        clock.Advance(KeyRing.UsableFor - TimeSpan.FromSeconds(1));
        Assert.IsType<KeyLookup.Found>(await FindAsync("first"));

        clock.Advance(TimeSpan.FromSeconds(1) + KeyRing.FailureFloor);
        Assert.Contains("503", Assert.IsType<KeyLookup.Unavailable>(await FindAsync("first")).Why, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_check_fetches_what_is_old_and_says_until_when_old_keys_serve()
    {
        Assert.Null(await ring.CheckAsync(default));
        Assert.Null(await ring.CheckAsync(default));
        Assert.Equal(1, House.KeysAsked);

        House.GoDown();
        clock.Advance(KeyRing.FreshFor);
        Assert.Contains("serve until", await ring.CheckAsync(default), StringComparison.Ordinal);

        clock.Advance(KeyRing.UsableFor);
        Assert.Contains("Nothing that it signed can be taken", await ring.CheckAsync(default), StringComparison.Ordinal);

        House.Answer(null);
        Assert.IsType<KeyLookup.Found>(await FindAsync("first"));
        Assert.Null(await ring.CheckAsync(default));
    }

    [Fact]
    public async Task An_issuer_that_is_down_at_the_start_is_asked_again_after_ten_seconds()
    {
        House.GoDown();
        Assert.IsType<KeyLookup.Unavailable>(await FindAsync("first"));
        Assert.IsType<KeyLookup.Unavailable>(await FindAsync("first"));
        Assert.Equal(1, House.MetadataAsked);

        House.Answer(null);
        Assert.IsType<KeyLookup.Unavailable>(await FindAsync("first"));
        clock.Advance(KeyRing.FailureFloor);
        Assert.IsType<KeyLookup.Found>(await FindAsync("first"));
    }

    [Fact]
    public async Task A_key_that_is_unknown_while_the_issuer_is_down_may_be_a_right_one()
    {
        await FindAsync("first");
        House.GoDown();
        clock.Advance(KeyRing.UnknownFloor);

        Assert.IsType<KeyLookup.Unavailable>(await FindAsync("second"));
        Assert.IsType<KeyLookup.Found>(await FindAsync("first"));
    }

    [Fact]
    public async Task Keys_on_another_host_are_nobodys()
    {
        House.LeadTo("http://127.0.0.2:1/keys");

        Assert.Contains("names no keys of its own", Assert.IsType<KeyLookup.Unavailable>(await FindAsync("first")).Why, StringComparison.Ordinal);
    }

    public static TheoryData<string> Useless => ["", "[]", "{", """{"keys":7}""", """{"keys":[]}""", """{"keys":[{"kty":"EC","kid":"first"}]}""", """{"keys":[{"kty":"RSA","kid":"first","n":"!","e":"AQAB"}]}"""];

    [Theory]
    [MemberData(nameof(Useless))]
    public async Task What_is_no_list_of_keys_leaves_those_that_are_known(string body)
    {
        await FindAsync("first");
        House.Answer(Results.Text(body, "application/json"));
        clock.Advance(KeyRing.UnknownFloor);

        Assert.IsType<KeyLookup.Unavailable>(await FindAsync("second"));
        Assert.IsType<KeyLookup.Found>(await FindAsync("first"));
    }

    [Fact]
    public async Task A_document_without_end_is_given_up()
    {
        House.Answer(Results.Text(new string(' ', KeyDocuments.MaxBytes + 1) + "{}", "application/json"));

        Assert.IsType<KeyLookup.Unavailable>(await FindAsync("first"));
    }

    [Fact]
    public async Task A_redirect_is_not_followed()
    {
        House.Answer(Results.Redirect($"{teams.Address}common/v2.0/.well-known/openid-configuration"));

        Assert.IsType<KeyLookup.Unavailable>(await FindAsync("first"));
        Assert.Equal(0, teams.EntraKeys.MetadataAsked);
    }

    private Task<KeyLookup> FindAsync(string id) => ring.FindAsync(id, CancellationToken.None).AsTask();
}
