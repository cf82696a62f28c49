using Baton.Teams.Tokens;

namespace Baton.Teams.Tests.Tokens;

/// <summary>The whole table, with real keys and a real server of metadata.</summary>
public sealed class TokenTableTests(TokenHouse house) : IClassFixture<TokenHouse>
{
    public static TheoryData<string> Cases => [.. TokenTable.All.Select(it => it.Name)];

    [Fact]
    public void The_table_has_at_least_forty_cases_and_no_name_twice()
    {
        Assert.True(TokenTable.All.Count >= 40);
        Assert.Equal(TokenTable.All.Count, TokenTable.All.DistinctBy(it => it.Name).Count());
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public async Task Each_token_is_worth_what_the_table_says(string name)
    {
        var it = TokenTable.All.Single(c => c.Name == name);

        var (verdict, fetches, log) = await house.JudgeAsync(it);

        if (it.Why is null)
        {
            Assert.IsType<TokenVerdict.Trusted>(verdict);
        }
        else
        {
            Assert.Contains(it.Why, Assert.IsType<TokenVerdict.Refused>(verdict).Why, StringComparison.Ordinal);
        }

        Assert.Equal(it.MayFetch ? 2 : 0, fetches);
        Assert.Equal(it.Why is null ? 0 : 1, log.Count(line => line.StartsWith("Warning", StringComparison.Ordinal)));
        AssertSecret(it.Authorization(house), log);
    }

    [Fact]
    public async Task Who_issued_an_Entra_token_and_to_whom_is_told()
    {
        var (verdict, _, _) = await house.JudgeAsync(TokenTable.All.Single(c => c.Name == "Entra's, version 2"));

        Assert.Equal(new TokenVerdict.Trusted(house.Tenant, TokenHouse.Caller), verdict);
    }

    private static void AssertSecret(string? authorization, IReadOnlyCollection<string> log)
    {
        foreach (var part in (authorization ?? "").Split('.', ' ').Where(part => part.Length >= 20))
        {
            Assert.DoesNotContain(log, line => line.Contains(part[..20], StringComparison.Ordinal));
        }
    }
}
