namespace Baton.Wire;

/// <summary>Names the resource file that says how far a request came.</summary>
public sealed class WireTexts
{
    private WireTexts()
    {
    }
}
