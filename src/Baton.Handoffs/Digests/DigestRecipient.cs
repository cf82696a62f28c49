namespace Baton.Handoffs.Digests;

/// <summary>A place that gets the weekly summary.</summary>
public sealed class DigestRecipient
{
    /// <summary>Where, as <c>platform:id</c>, such as <c>slack:C0123</c>.</summary>
    public string Place { get; set; } = "";

    /// <summary>In which language: <c>en</c> or <c>ja</c>.</summary>
    public string Locale { get; set; } = "ja";
}
