using Baton.Handoffs.Erasing;

namespace Baton.Handoffs.Tests.Erasing;

public class PersonInTextsTests
{
    [Theory]
    [InlineData("田中", "田中様からの返信です", "two characters are a whole name")]
    [InlineData("林", "林", "one character is, when it is all")]
    [InlineData("恵 佐々木", "リード: 恵 佐々木（購買部）", "a full name")]
    [InlineData("Han", "Han called, again", "a word of its own")]
    [InlineData("Han", "handoff; then Han", "the second place counts as the first")]
    [InlineData("Han", "Hanさん", "Japanese follows without a space")]
    [InlineData("Megumi Sasaki", "megumi sasaki is here", "a full name however it is typed")]
    [InlineData("megumi@buyer.example", "<MEGUMI@buyer.example>", "an address however it is typed")]
    [InlineData("03-3489-2278", "Tel. 03-3489-2278.", "a phone")]
    public void A_person_is_found(string value, string text, string why) => Assert.True(In(text, value), why);

    [Theory]
    [InlineData("Han", "handoff", "a part of a word")]
    [InlineData("Han", "Hans is another", "a part of a name")]
    [InlineData("May", "You may close this page", "an ordinary word")]
    [InlineData("Megumi Sasaki", "Megumi Tanaka and Ken Sasaki", "words of a name")]
    [InlineData("megumi@buyer.example", "xmegumi@buyer.example", "another address")]
    [InlineData("03-3489-2278", "03-3489-22789", "another phone")]
    [InlineData("林", "林業", "one character within another word")]
    [InlineData("h", "h", "a single Latin letter")]
    public void Somebody_else_is_not(string value, string text, string why) => Assert.False(In(text, value), why);

    private static bool In(string text, string value) => new PersonInTexts([value], []).IsIn(text);
}
