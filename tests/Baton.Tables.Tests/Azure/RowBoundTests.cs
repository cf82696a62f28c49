using Baton.Tables.Azure;
using FsCheck;
using FsCheck.Fluent;

namespace Baton.Tables.Tests.Azure;

public sealed class RowBoundTests
{
    // The characters around which the rules change.
    private static readonly char[] Edges = ['\0', '\u001f', ' ', '"', '#', '$', '.', '/', '0', '>', '?', '@', '[', '\\', ']', '~', '\u007f', '\u009f', '\u00a0', '界', '\ud7ff', '\ud800', '\ud801', '\udbff', '\udc00', '\udfff', '\ue000', '\uffff'];

    [Fact]
    public void A_bound_divides_all_keys_as_the_text_that_was_asked_for_does()
    {
        var text = Gen.Elements(Edges).ArrayOf().Select(characters => new string(characters));
        var key = text.Where(candidate => Enumerable.Range(0, candidate.Length).All(i => TableRules.IsKeyCharacter(candidate, i)));

        Prop.ForAll(text.ToArbitrary(), key.ToArbitrary(), (bound, row) =>
        {
            var least = RowBound.Least(bound);
            Assert.True(Enumerable.Range(0, least.Length).All(i => TableRules.IsKeyCharacter(least, i)), least);
            Assert.Equal(string.CompareOrdinal(row, bound) >= 0, string.CompareOrdinal(row, least) >= 0);
        }).QuickCheckThrowOnFailure();
    }
}
