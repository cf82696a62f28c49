namespace Baton.Handoffs.Digests;

/// <summary>Names the texts of the weekly summary: <c>DigestTexts.resx</c> and <c>DigestTexts.ja.resx</c> beside this file.</summary>
public sealed class DigestTexts
{
    private DigestTexts()
    {
    }
}
