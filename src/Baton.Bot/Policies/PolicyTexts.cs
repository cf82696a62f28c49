namespace Baton.Bot.Policies;

/// <summary>Names the resource file that holds the pages of privacy and terms.</summary>
internal sealed class PolicyTexts
{
    private PolicyTexts()
    {
    }
}
