using Baton.Handoffs.Digests;
using Baton.Handoffs.Feedback;
using Baton.Handoffs.Routing;
using Baton.Tables.Tests.Stores.Building;

namespace Baton.Tables.Tests.Stores;

public class SuggestionsTests : StoreTests
{
    private TableSuggestions Suggestions => new(Engine);

    [Fact]
    public async Task A_suggestion_comes_back_as_it_was_and_is_counted_in_its_week()
    {
        await Suggestions.AddAsync(Of("a"), default);
        await Suggestions.AddAsync(Of("b"), default);
        await Suggestions.AddAsync(Of("c") with { Week = "2026-W48" }, default);

        Assert.Equal(Of("a"), await Suggestions.FindAsync(Of("a").Id, default));
        Assert.Null(await Suggestions.FindAsync("2026-W47 x", default));
        Assert.Equal(2, await Suggestions.CountAsync("2026-W47", default));
        Assert.Equal(1, await Suggestions.CountAsync("2026-W48", default));
        Assert.Equal(0, await Suggestions.CountAsync("2026-W49", default));
    }

    [Fact]
    public async Task It_is_told_by_one_at_a_time_and_looked_for_when_that_one_vanished()
    {
        var (id, now) = (Of("a").Id, House.Monday);
        await Suggestions.AddAsync(Of("a"), default);

        Assert.Equal(DigestClaim.Fresh, await Suggestions.ClaimAsync(id, now, now.AddMinutes(1), default));
        Assert.Equal(DigestClaim.Busy, await Suggestions.ClaimAsync(id, now.AddSeconds(59), now.AddMinutes(2), default));
        Assert.Equal(DigestClaim.Uncertain, await Suggestions.ClaimAsync(id, now.AddMinutes(1), now.AddMinutes(2), default));
        await Suggestions.SentAsync(id, "m1", default);
        Assert.Equal(DigestClaim.Sent, await Suggestions.ClaimAsync(id, now.AddHours(1), now.AddHours(2), default));
        Assert.Equal(Of("a"), await Suggestions.FindAsync(id, default));
    }

    [Fact]
    public async Task Of_two_who_claim_at_once_one_has_it()
    {
        await Suggestions.AddAsync(Of("a"), default);

        var claims = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => Task.Run(() => Suggestions.ClaimAsync(Of("a").Id, House.Monday, House.Monday.AddMinutes(1), default))));

        Assert.Single(claims, c => c == DigestClaim.Fresh);
        Assert.Equal(7, claims.Count(c => c == DigestClaim.Busy));
    }

    private static Suggestion Of(string name) =>
        new("2026-W47", name, "東 商事 <!channel>", "展示会で\n会った", House.Rep.Email, House.Monday, new Place("slack", "C1"));
}
