namespace Baton.Tables.Tests.Contract;

public sealed class TableValuesTests
{
    [Fact]
    public void A_null_is_left_out_whatever_its_type()
    {
        var values = new TableValues { { "text", (string?)null }, { "number", (int?)null }, { "bytes", (byte[]?)null }, { "here", (int?)3 } };

        Assert.Equal(new TableValues { { "here", 3 } }, values);
    }

    [Fact]
    public void Half_a_surrogate_pair_becomes_a_replacement_character() =>
        Assert.Equal("a\ufffdb😀", ((TableValue)"a\ud83db😀").AsString);

    [Fact]
    public void A_name_given_twice_is_refused() =>
        Assert.Throws<ArgumentException>(() => new TableValues { { "a", 1 }, { "a", 2 } });

    [Fact]
    public void A_value_is_found_under_its_own_type_only()
    {
        var values = new TableValues { { "a", 1 } };

        Assert.Equal(1, values.GetInt32("a"));
        Assert.Null(values.FindString("b"));
        Assert.Throws<KeyNotFoundException>(() => values.GetString("b"));
        Assert.Throws<InvalidOperationException>(() => values.FindInt64("a"));
    }

    [Fact]
    public void A_copy_with_another_value_leaves_the_original_alone()
    {
        var values = new TableValues { { "a", 1 }, { "b", 2 } };

        Assert.Equal(new TableValues { { "b", 2 }, { "a", 3 } }, values.With("a", 3));
        Assert.Equal(new TableValues { { "b", 2 } }, values.With("a", null));
        Assert.Equal(1, values.GetInt32("a"));
    }

    [Fact]
    public void Bags_with_the_same_content_are_equal_in_any_order()
    {
        var one = new TableValues { { "a", double.NaN }, { "b", new byte[] { 1 } } };
        var other = new TableValues { { "b", new byte[] { 1 } }, { "a", double.NaN } };

        Assert.Equal(one, other);
        Assert.Equal(one.GetHashCode(), other.GetHashCode());
        Assert.NotEqual(one, other.With("c", 1));
        Assert.NotEqual(new TableValues { { "a", 1 } }, new TableValues { { "a", 1L } });
    }
}
