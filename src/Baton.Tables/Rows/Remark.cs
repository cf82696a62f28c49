namespace Baton.Tables;

/// <summary>Texts that come from a platform and say why something failed: long enough to tell, short enough to keep their rows small.</summary>
internal static class Remark
{
    /// <summary>The most UTF-16 code units that are kept.</summary>
    public const int MaxLength = 2000;

    /// <summary>The text, or its beginning; never half a character, which table storage would not give back.</summary>
    public static string Cut(string text) =>
        text.Length <= MaxLength ? text : text[..(char.IsHighSurrogate(text[MaxLength - 1]) ? MaxLength - 1 : MaxLength)];
}
