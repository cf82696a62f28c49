using Baton.Tables.Sqlite;
using Baton.Tables.Tests.Contract;
using FsCheck;
using FsCheck.Fluent;

namespace Baton.Tables.Tests.Sqlite;

public sealed class RowEncodingTests
{
    [Fact]
    public void Any_values_come_back_from_their_bytes() =>
        Prop.ForAll(Arbitrary.Values, values => RowDecoder.Decode(RowEncoder.Encode(values)).Equals(values)).QuickCheckThrowOnFailure();

    [Fact]
    public void Bytes_cut_or_changed_anywhere_are_refused_or_read_but_never_crash() =>
        Prop.ForAll(Arbitrary.Values, values =>
        {
            var bytes = RowEncoder.Encode(values);
            for (var i = 0; i < bytes.Length; i++)
            {
                var changed = bytes.ToArray();
                changed[i] ^= 0xff;
                if (!ReadsOrRefuses(changed) || !ReadsOrRefuses(bytes[..i]))
                    return false;
            }

            return true;
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void A_row_of_version_1_stays_readable_for_ever()
    {
        // As the first release wrote it: change the decoder, never these bytes.
        var stored = Convert.FromHexString("0107" + "0173" + "01" + "03e697a5" + "0169" + "02" + "05" + "016c" + "03" + "8001" + "0164" + "04" + "000000000000f83f"
            + "0162" + "05" + "01" + "0174" + "06" + "0000c1d5c4a9da08" + "0178" + "07" + "0200ff");

        var expected = new TableValues
        {
            { "s", "日" }, { "i", -3 }, { "l", 64L }, { "d", 1.5 }, { "b", true },
            { "t", new DateTimeOffset(0x08daa9c4d5c10000, TimeSpan.Zero) }, { "x", new byte[] { 0, 255 } },
        };
        Assert.Equal(expected, RowDecoder.Decode(stored));
        Assert.Equal(stored, RowEncoder.Encode(expected));
    }

    [Fact]
    public void A_version_of_later_is_named() =>
        Assert.Contains("version 2", Assert.Throws<InvalidDataException>(() => RowDecoder.Decode([2, 0])).Message, StringComparison.Ordinal);

    private static bool ReadsOrRefuses(byte[] bytes)
    {
        try
        {
            RowDecoder.Decode(bytes);
        }
        catch (InvalidDataException)
        {
        }

        return true;
    }
}
