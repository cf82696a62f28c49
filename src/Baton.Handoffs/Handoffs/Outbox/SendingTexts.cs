namespace Baton.Handoffs.Handoffs.Outbox;

/// <summary>Names the resource file that says why Baton itself could not send something.</summary>
public sealed class SendingTexts
{
    private SendingTexts()
    {
    }
}
