using Baton.Handoffs.Leads;

namespace Baton.Bot.Api;

/// <summary>Section <c>Api</c>: who may call it.</summary>
internal sealed class ApiOptions
{
    internal const string Section = "Api";

    /// <summary>The shortest key, in characters.</summary>
    internal const int MinKeyLength = 16;

    /// <summary>The longest name of a key, in characters: it becomes the local part of an e-mail address (RFC 5321, 4.5.3.1.1).</summary>
    internal const int MaxNameLength = 64;

    private static readonly string KeyRule = $"at least {MinKeyLength} characters from ! to ~, none of them a blank";

    /// <summary>Name to key, such as <c>hubspot</c> to its secret. The name is who acted, in every timeline. Empty: only this machine may call.</summary>
    public Dictionary<string, string> Keys { get; set; } = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>Everything wrong, each with the setting and what is allowed; a key itself is never repeated.</summary>
    internal IEnumerable<string> Validate()
    {
        foreach (var (name, key) in Keys)
        {
            var setting = $"{Section}:{nameof(Keys)}:{name}";
            if (name.Length is 0 or > MaxNameLength || !name.All(c => char.IsAsciiLetterOrDigit(c) || c is '-' or '_'))
            {
                yield return OptionError.Of($"{Section}:{nameof(Keys)}", name, $"named by 1 to {MaxNameLength} letters, digits, - or _");
            }

            if (key.Length < MinKeyLength || !key.All(c => c is >= '!' and <= '~'))
            {
                yield return $"{setting} has {key.Length} characters, but must be {KeyRule}.";
            }
        }

        foreach (var same in Keys.GroupBy(k => k.Value, k => k.Key).Where(g => g.Count() > 1))
        {
            yield return $"{Section}:{nameof(Keys)} has one key for {string.Join(", ", same)}, but each name must have its own.";
        }
    }
}
