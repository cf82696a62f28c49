namespace Baton.Slack.Api;

/// <summary>Names the resource file of what Slack's refusals call for.</summary>
public sealed class ErrorTexts
{
    private ErrorTexts()
    {
    }
}
