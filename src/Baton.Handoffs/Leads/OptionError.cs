namespace Baton.Handoffs.Leads;

/// <summary>Names a wrong setting so that its operator can correct it without asking.</summary>
public static class OptionError
{
    /// <summary>One sentence with key, value and what is allowed.</summary>
    public static string Of(string key, object? value, string rule) => $"{key} is '{FieldError.Shown(value?.ToString())}', but must be {rule}.";

    /// <summary>Says so when a number is out of its range.</summary>
    public static IEnumerable<string> Range(string key, int value, int least, int most) =>
        value >= least && value <= most ? [] : [Of(key, value, $"a whole number from {least} to {most}")];
}
