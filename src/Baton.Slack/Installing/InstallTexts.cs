namespace Baton.Slack.Installing;

/// <summary>Names the texts of <c>InstallTexts.resx</c>: the last page of an installation.</summary>
public sealed class InstallTexts
{
    private InstallTexts()
    {
    }
}
