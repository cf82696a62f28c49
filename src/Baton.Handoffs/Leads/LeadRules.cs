namespace Baton.Handoffs.Leads;

/// <summary>What would be right, in the words that a refused sender reads.</summary>
public static class LeadRules
{
    /// <summary>An e-mail address.</summary>
    public const string Email = "an e-mail address such as name@example.com";

    /// <summary>JSON text.</summary>
    public const string Text = "text in quotes";

    /// <summary>A JSON object.</summary>
    public const string Object = "a JSON object";

    /// <summary>Text that is Unicode.</summary>
    public const string ValidText = "valid Unicode text without half characters";

    /// <summary>Yes or no.</summary>
    public const string Flag = "true or false";

    /// <summary>A score.</summary>
    public const string Score = "a number from 0 to 100";

    /// <summary>A moment.</summary>
    public const string Time = "an ISO 8601 time with its offset such as 2026-11-20T09:00:00+09:00";

    /// <summary>What a contact did.</summary>
    public const string Engagements = "a list of objects with kind, what, at and count";

    /// <summary>How often.</summary>
    public static readonly string Count = $"a whole number from 1 to {LeadLimits.MaxCount}";

    /// <summary>A number of employees.</summary>
    public static readonly string Employees = $"a whole number from 0 to {LeadLimits.MaxCount}";

    /// <summary>A part of a key.</summary>
    public static readonly string Key = $"text of 1 to {LeadLimits.MaxKeyText} characters";

    /// <summary>A moment that is not in the future.</summary>
    public static readonly string NotAhead = $"at most {LeadLimits.ClockSkew.TotalMinutes:0} minutes ahead of now";

    /// <summary>A moment that was set.</summary>
    public static readonly string NotUnset = $"not before {LeadLimits.Earliest:yyyy-MM-dd}";

    /// <summary>The size of a lead.</summary>
    public static readonly string Size = $"at most {LeadLimits.MaxLeadSize / 1024} KiB";
}
