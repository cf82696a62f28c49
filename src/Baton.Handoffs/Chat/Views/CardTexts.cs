namespace Baton.Handoffs.Chat.Views;

/// <summary>Names the resource file of cards, buttons and forms.</summary>
public sealed class CardTexts
{
    private CardTexts()
    {
    }
}
