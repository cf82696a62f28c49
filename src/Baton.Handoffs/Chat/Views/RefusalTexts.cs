namespace Baton.Handoffs.Chat.Views;

/// <summary>Names the resource file of refusals, one text for each case.</summary>
public sealed class RefusalTexts
{
    private RefusalTexts()
    {
    }
}
