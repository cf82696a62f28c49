namespace Baton.Handoffs.Routing;

/// <summary>Names the resource file of why a rule took a lead or not.</summary>
public sealed class RoutingTexts
{
    private RoutingTexts()
    {
    }
}
