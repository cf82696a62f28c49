namespace Baton.Handoffs.Places;

/// <summary>Names the resource file of what people are told about places.</summary>
public sealed class PlaceTexts
{
    private PlaceTexts()
    {
    }
}
