namespace Baton.Handoffs.Chat.Views;

/// <summary>Names the resource file of a person's own page and of what is said about absences.</summary>
public sealed class HomeTexts
{
    private HomeTexts()
    {
    }
}
