namespace Baton.Tables.Tests.Stores;

public sealed class CompanyKeyTests
{
    [Theory]
    [InlineData("西日本建材", "西日本建材株式会社", "株式会社西日本建材", "㈱西日本建材", "西日本建材㈱", " 西日本建材　（株） ", "株式会社 西日本建材")]
    [InlineData("acme", "ACME", "Acme, Inc.", "acme inc", "ＡＣＭＥ　Ｌｔｄ．", "Acme Co., Ltd.", "ACME K.K.", "Acme GmbH", "有限会社ACME")]
    [InlineData("acme trading", "Acme  Trading LLC", "acme\ttrading")]
    [InlineData("ab trading", "A.B. Trading", "AB Trading")]
    public void One_company_has_one_key(string key, params string[] names) => Assert.All(names, name => Assert.Equal(key, CompanyKey.Of(name)));

    [Theory]
    [InlineData("acme", "acme labs")]
    [InlineData("Inc", "Ltd")]
    [InlineData("東日本建材", "西日本建材")]
    public void Two_companies_have_two(string one, string other) => Assert.NotEqual(CompanyKey.Of(one), CompanyKey.Of(other));

    [Theory]
    [InlineData("株式会社")]
    [InlineData("Limited")]
    [InlineData("\ud83e")]
    public void Who_is_called_nothing_else_keeps_the_name(string name) => Assert.NotNull(CompanyKey.Of(name));

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData(" \u3000")]
    [InlineData(" ., ")]
    public void Who_has_no_name_has_no_key(string? name) => Assert.Null(CompanyKey.Of(name));

    [Fact]
    public void A_strangers_megabyte_costs_no_more_than_a_name()
    {
        foreach (var part in new[] { "(株)", "a.", "㍿", "\ud83e" })
            Assert.NotNull(CompanyKey.Of(string.Concat(Enumerable.Repeat(part, 300_000))));
    }
}
