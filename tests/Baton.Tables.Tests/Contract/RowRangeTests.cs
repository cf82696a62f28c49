using FsCheck;
using FsCheck.Fluent;

namespace Baton.Tables.Tests.Contract;

public sealed class RowRangeTests
{
    [Fact]
    public void A_prefix_range_holds_exactly_the_keys_with_that_prefix() =>
        Prop.ForAll(Arbitrary.Text, Arbitrary.Text, (prefix, key) =>
        {
            (prefix, key) = (Repaired(prefix), Repaired(key));
            return Holds(RowRange.Prefix(prefix), prefix + key)
                && Holds(RowRange.Prefix(prefix), key) == key.StartsWith(prefix, StringComparison.Ordinal);
        }).QuickCheckThrowOnFailure();

    // Not as attributes' arguments: those are stored in UTF-8, which half a pair does not survive.
    [Fact]
    public void A_prefix_range_ends_at_a_well_formed_text()
    {
        (string Prefix, string? Before)[] ends =
        [
            ("event|", "event}"), ("a\uffff", "b"), ("a\ud7ff", "a\ud800\udc00"), ("a\ud83d\udfff", "a\ud83e\udc00"),
            ("a\udbff\udfff", "a\ue000"), ("\uffff", null), ("", null),
        ];

        foreach (var (prefix, before) in ends)
            Assert.Equal(new RowRange(prefix, before), RowRange.Prefix(prefix));
    }

    private static bool Holds(RowRange range, string key) =>
        string.CompareOrdinal(key, range.From) >= 0 && (range.Before is null || string.CompareOrdinal(key, range.Before) < 0);

    private static string Repaired(string text) => ((TableValue)text).AsString;
}
