namespace Baton.Handoffs.Leads;

/// <summary>How much of a lead is taken. A single text has no limit of its own: long ones are shortened where they are shown.</summary>
public static class LeadLimits
{
    /// <summary>The longest external id or source, in characters: both are parts of keys.</summary>
    public const int MaxKeyText = 255;

    /// <summary>The largest lead, in bytes of JSON as it was sent, or in characters of one record of a file.</summary>
    public const int MaxLeadSize = 64 * 1024;

    /// <summary>How many fields that Baton does not know are kept; the name <c>…</c> says how many more there were.</summary>
    public const int MaxAttributes = 100;

    /// <summary>The longest name of an attribute, in characters; a longer one is shortened.</summary>
    public const int MaxAttributeName = 120;

    /// <summary>The longest value of an attribute, in characters; a longer one is shortened.</summary>
    public const int MaxAttributeValue = 2_000;

    /// <summary>The largest number of employees or count of an engagement.</summary>
    public const int MaxCount = 10_000_000;

    /// <summary>How far the sender's clock may run ahead of ours.</summary>
    public static readonly TimeSpan ClockSkew = TimeSpan.FromMinutes(5);

    /// <summary>Nothing was qualified before this; an earlier time is an unset one.</summary>
    public static readonly DateTimeOffset Earliest = new(2000, 1, 1, 0, 0, 0, TimeSpan.Zero);
}
