namespace Baton.Handoffs.Funnel;

/// <summary>Names the texts of <c>/funnel</c>'s answers: <c>FunnelTexts.resx</c> and <c>FunnelTexts.ja.resx</c> beside this file.</summary>
public sealed class FunnelTexts
{
    private FunnelTexts()
    {
    }
}
