namespace Baton.Teams.Connector;

/// <summary>Names the resource file that says why Teams or Entra refuses, and what can be done.</summary>
public sealed class RefusalTexts
{
    private RefusalTexts()
    {
    }
}
