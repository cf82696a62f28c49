using Baton.Tables.Sqlite;
using Baton.Tables.Tests.Contract;
using FsCheck;
using FsCheck.Fluent;

namespace Baton.Tables.Tests.Sqlite;

public sealed class KeyBytesTests
{
    [Fact]
    public void Any_key_comes_back_from_its_bytes() =>
        Prop.ForAll(Arbitrary.Text, key => KeyBytes.Decode(KeyBytes.Encode(key)) == key).QuickCheckThrowOnFailure();

    [Fact]
    public void Bytes_are_in_the_order_of_their_keys() =>
        Prop.ForAll(Arbitrary.Text, Arbitrary.Text, (a, b) =>
            Math.Sign(KeyBytes.Encode(a).AsSpan().SequenceCompareTo(KeyBytes.Encode(b))) == Math.Sign(string.CompareOrdinal(a, b))).QuickCheckThrowOnFailure();

    [Fact]
    public void Every_key_is_below_the_end_of_all() =>
        Prop.ForAll(Arbitrary.Text, key => KeyBytes.Encode(key).AsSpan().SequenceCompareTo(KeyBytes.AboveAll) < 0).QuickCheckThrowOnFailure();
}
