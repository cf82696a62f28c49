namespace Baton.AdaptiveCards;

/// <summary>Names the resource file that holds the few texts a rendered card adds of its own.</summary>
public sealed class AdaptiveCardTexts
{
    private AdaptiveCardTexts()
    {
    }
}
