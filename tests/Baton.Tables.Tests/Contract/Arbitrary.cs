using FsCheck;
using FsCheck.Fluent;

namespace Baton.Tables.Tests.Contract;

/// <summary>Random rows for property tests.</summary>
internal static class Arbitrary
{
    /// <summary>Any text, halves of surrogate pairs included.</summary>
    public static Arbitrary<string> Text { get; } = Gen.ArrayOf(
        Gen.Frequency(
            (6, Gen.Choose(0x20, 0x7e)),
            (2, Gen.Choose(0, 0x1f)),
            (2, Gen.Choose(0x7f, 0xd7ff)),
            (2, Gen.Choose(0xd800, 0xdfff)),
            (1, Gen.Choose(0xe000, 0xffff))).Select(unit => (char)unit)).Select(units => new string(units)).ToArbitrary();

    /// <summary>The values of a row.</summary>
    public static Arbitrary<TableValues> Values { get; } = Gen.ArrayOf(Value()).Select(ToValues).ToArbitrary();

    private static Gen<TableValue> Value() => Gen.OneOf(
        Text.Generator.Select(text => (TableValue)text),
        Any<int>().Select(number => (TableValue)number),
        Any<long>().Select(number => (TableValue)number),
        Any<double>().Select(number => (TableValue)number),
        Any<bool>().Select(flag => (TableValue)flag),
        Any<byte[]>().Select(bytes => (TableValue)bytes),
        Any<long>().Select(ticks => (TableValue)TableRules.MinInstant.AddTicks(ticks & 0x1fff_ffff_ffff_ffff)));

    private static Gen<T> Any<T>() => ArbMap.Default.GeneratorFor<T>();

    private static TableValues ToValues(TableValue[] items)
    {
        var values = new TableValues();
        for (var i = 0; i < Math.Min(items.Length, 50); i++)
            values.Add($"p{i}", items[i]);
        return values;
    }
}
