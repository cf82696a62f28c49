namespace Baton.Handoffs.Leads;

/// <summary>What would be right, in the words that a refused sender reads.</summary>
internal static class LeadRules
{
    internal const string Email = "an e-mail address such as name@example.com";
    internal const string Text = "text in quotes";
    internal const string Object = "a JSON object";
    internal const string ValidText = "valid Unicode text without half characters";
    internal const string Flag = "true or false";
    internal const string Score = "a number from 0 to 100";
    internal const string Time = "an ISO 8601 time with its offset such as 2026-11-20T09:00:00+09:00";
    internal const string Engagements = "a list of objects with kind, what, at and count";
    internal static readonly string Count = $"a whole number from 1 to {LeadLimits.MaxCount}";
    internal static readonly string Employees = $"a whole number from 0 to {LeadLimits.MaxCount}";
    internal static readonly string Key = $"text of 1 to {LeadLimits.MaxKeyText} characters";
    internal static readonly string NotAhead = $"at most {LeadLimits.ClockSkew.TotalMinutes:0} minutes ahead of now";
    internal static readonly string NotUnset = $"not before {LeadLimits.Earliest:yyyy-MM-dd}";
    internal static readonly string Size = $"at most {LeadLimits.MaxLeadSize / 1024} KiB";
}
