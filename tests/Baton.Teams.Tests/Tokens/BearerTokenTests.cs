using Baton.Teams.Tokens;
using FsCheck;
using FsCheck.Fluent;

namespace Baton.Teams.Tests.Tokens;

/// <summary>Whatever comes as a token, taking it apart never fails.</summary>
public sealed class BearerTokenTests
{
    private static readonly string[] Pieces = ["eyJhbGciOiJSUzI1NiJ9", ".", "e30", "W10", "AAAA", " ", "\0", "é", "\ud800", "=", "eyJcdWQ4MDAiOjF9", "_-_-"];

    [Fact]
    public void No_header_makes_it_fail()
    {
        var headers = Gen.ArrayOf(Gen.OneOf(Gen.Elements(Pieces), ArbMap.Default.GeneratorFor<NonNull<string>>().Select(it => it.Get)))
            .Select(pieces => Prefixed(string.Concat(pieces)));

        Prop.ForAll(Arb.From(headers), header =>
        {
            var (token, why) = BearerToken.Read(header);
            return token is null == why.Length > 0;
        }).QuickCheckThrowOnFailure();
    }

    // Three parts more often than not, so that each is looked into.
    private static string Prefixed(string text) => $"Bearer {text[..(text.Length / 3)]}.{text[(text.Length / 3)..(text.Length * 2 / 3)]}.{text[(text.Length * 2 / 3)..]}";
}
