using Baton.Slack.Api;
using Baton.Slack.Api.Tokens;
using Baton.Slack.StandIn;
using Baton.Slack.Tests.Hosting;

namespace Baton.Slack.Tests.Tokens;

/// <summary>Tokens that expire, over a strict workspace and a real file: what one process renewed serves all of them, and those after it.</summary>
public sealed class TokenRotationTests : IAsyncLifetime
{
    private static readonly TimeSpan Life = TimeSpan.FromHours(12);

    private static readonly StrictSlackSettings Rotating = new() { BotToken = "xoxe.xoxb-first", RefreshToken = "xoxe-first" };

    private readonly string folder = Directory.CreateTempSubdirectory("baton-grants-").FullName;
    private StrictSlack slack = null!;

    private string Store => Path.Combine(folder, "baton.db");

    private int Renewals => slack.Calls.Count(c => c is { Method: "oauth.v2.access", Outcome: "ok" });

    public async Task InitializeAsync() => slack = await StrictSlack.StartAsync(Rotating);

    public async Task DisposeAsync()
    {
        await slack.DisposeAsync();
        Directory.Delete(folder, true);
    }

    [Fact]
    public async Task What_was_renewed_is_there_after_a_restart()
    {
        await using (var before = await Replica.StartAsync(slack, Store))
        {
            Assert.IsType<SlackAnswer.Ok>(await before.CallAsync());
        }

        slack.Advance(Life);
        await using var after = await Replica.StartAsync(slack, Store);
        Assert.IsType<SlackAnswer.Ok>(await after.CallAsync());
        Assert.IsType<SlackAnswer.Ok>(await after.CallAsync());
        Assert.Equal(2, Renewals);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(60)]
    public async Task Replicas_that_renew_at_once_end_with_one_pair_that_works(int graceSeconds)
    {
        await using var workspace = await StrictSlack.StartAsync(Rotating with { RefreshGrace = TimeSpan.FromSeconds(graceSeconds) });
        var (missing, both) = (2, new TaskCompletionSource());
        Task MeetAsync()
        {
            if (Interlocked.Decrement(ref missing) == 0)
            {
                both.SetResult();
            }

            return both.Task;
        }

        await using var one = await Replica.StartAsync(workspace, Store, through: engine => new HookedEngine(engine) { AfterRead = MeetAsync });
        await using var other = await Replica.StartAsync(workspace, Store, through: engine => new HookedEngine(engine) { AfterRead = MeetAsync });

        var answers = await Task.WhenAll(one.CallAsync(), other.CallAsync());

        Assert.All(answers, answer => Assert.IsType<SlackAnswer.Ok>(answer));
        Assert.Equal(2, workspace.Calls.Count(c => c.Method == "oauth.v2.access"));
        Assert.Equal(await one.Grants.ReadAsync(default), await other.Grants.ReadAsync(default));
        await using var later = await Replica.StartAsync(workspace, Store);
        Assert.IsType<SlackAnswer.Ok>(await later.CallAsync());
        Assert.Equal(2, workspace.Calls.Count(c => c.Method == "oauth.v2.access"));
        workspace.Advance(Life);
        Assert.IsType<SlackAnswer.Ok>(await later.CallAsync());
    }

    [Fact]
    public async Task A_replica_that_finds_its_refresh_token_used_waits_for_what_it_brought()
    {
        await using var one = await Replica.StartAsync(slack, Store);
        await using var other = await Replica.StartAsync(slack, Store);
        await one.CallAsync();
        await other.CallAsync();
        slack.Advance(Life);
        var held = new TaskCompletionSource();
        var reached = new TaskCompletionSource();
        await using var slow = await Replica.StartAsync(slack, Store, through: engine => new HookedEngine(engine)
        {
            BeforeCommit = () =>
            {
                reached.TrySetResult();
                return held.Task;
            },
        });

        var renewing = slow.CallAsync();
        await reached.Task;
        var meanwhile = await other.CallAsync();
        held.SetResult();

        Assert.IsType<SlackAnswer.NotSent>(meanwhile);
        Assert.IsType<SlackAnswer.Ok>(await renewing);
        Assert.IsType<SlackAnswer.Ok>(await other.CallAsync());
        Assert.IsType<SlackAnswer.Ok>(await one.CallAsync());
    }

    [Fact]
    public async Task A_process_that_died_before_it_kept_the_pair_loses_nothing_within_Slacks_grace()
    {
        await using var workspace = await StrictSlack.StartAsync(Rotating with { RefreshGrace = TimeSpan.FromMinutes(1) });
        await using (var dying = await Replica.StartAsync(workspace, Store, through: engine => new HookedEngine(engine) { BeforeCommit = () => throw new IOException("The disk is gone.") }))
        {
            Assert.IsType<SlackAnswer.NotSent>(await dying.CallAsync());
        }

        await using var next = await Replica.StartAsync(workspace, Store);
        Assert.IsType<SlackAnswer.Ok>(await next.CallAsync());
        Assert.NotNull(await next.Grants.ReadAsync(default));
    }

    [Fact]
    public async Task A_pair_that_is_lost_is_said_to_need_a_new_installation_and_one_mends_it()
    {
        await using (var lost = await Replica.StartAsync(slack, Path.Combine(folder, "lost.db")))
        {
            await lost.CallAsync();
        }

        slack.Advance(Life);
        await using var without = await Replica.StartAsync(slack, Store);
        await without.CallAsync();
        var refused = Assert.IsType<SlackAnswer.Refused>(await without.CallAsync());
        Assert.Equal(("invalid_refresh_token", SlackError.FixCredential), (refused.Code, refused.Error));

        await using var mended = await Replica.StartAsync(slack, Store, refreshToken: slack.Reinstall().RefreshToken);
        Assert.IsType<SlackAnswer.Ok>(await mended.CallAsync());
    }

    [Fact]
    public async Task Another_refresh_token_in_the_configuration_begins_anew_and_ends_the_one_before()
    {
        await using var old = await Replica.StartAsync(slack, Store);
        await old.CallAsync();
        var before = await old.Grants.ReadAsync(default);

        await using var anew = await Replica.StartAsync(slack, Store, refreshToken: slack.Reinstall().RefreshToken);
        Assert.Null(await anew.Grants.ReadAsync(default));
        await anew.CallAsync();

        Assert.NotEqual(before, await anew.Grants.ReadAsync(default));
        Assert.Null(await old.Grants.ReadAsync(default));
    }

    [Fact]
    public async Task Only_who_read_the_last_grant_replaces_it()
    {
        await using var replica = await Replica.StartAsync(slack, Store);
        var expires = new DateTimeOffset(2026, 11, 20, 9, 0, 0, TimeSpan.Zero);
        SlackGrant first = new("xoxe.xoxb-1", "xoxe-1", expires), second = new("xoxe.xoxb-2", "xoxe-2", expires.AddHours(11)), third = new("xoxe.xoxb-3", "xoxe-3", expires.AddHours(22));

        Assert.True(await replica.Grants.ReplaceAsync(null, first, default));
        Assert.False(await replica.Grants.ReplaceAsync(null, second, default));
        Assert.True(await replica.Grants.ReplaceAsync(first, second, default));
        Assert.False(await replica.Grants.ReplaceAsync(first, third, default));

        Assert.Equal(second, await replica.Grants.ReadAsync(default));
    }

    [Fact]
    public async Task Of_many_who_replace_the_same_grant_one_does()
    {
        await using var one = await Replica.StartAsync(slack, Store);
        await using var other = await Replica.StartAsync(slack, Store);
        var expires = new DateTimeOffset(2026, 11, 20, 9, 0, 0, TimeSpan.Zero);

        var won = await Task.WhenAll(Enumerable.Range(0, 16).Select(i => (i % 2 == 0 ? one : other).Grants.ReplaceAsync(null, new SlackGrant($"a{i}", $"r{i}", expires), default)));

        Assert.Single(won, true);
        Assert.Equal($"a{Array.IndexOf(won, true)}", (await other.Grants.ReadAsync(default))!.AccessToken);
    }

    [Fact]
    public async Task The_product_goes_on_when_its_token_has_expired()
    {
        await using var house = await SlackHouse.StartAsync(workspace: Rotating);
        await house.OfferAsync();
        house.Slack.Advance(Life);

        await house.OfferAsync();

        Assert.Equal(2, house.Slack.Calls.Count(c => c is { Method: "oauth.v2.access", Outcome: "ok" }));
        Assert.DoesNotContain(house.Log.Lines, line => line.Text.Contains("xoxe", StringComparison.Ordinal) || line.Text.Contains(Rotating.ClientSecret, StringComparison.Ordinal));
    }
}
