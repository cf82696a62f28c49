using Baton.Web.Console.Places;
using Microsoft.Extensions.Options;

namespace Baton.Web.Console;

/// <summary>Refuses a console that could not work, with key, value and what is allowed. A console that is off is not looked at.</summary>
public sealed class ConsoleOptionsValidator : IValidateOptions<ConsoleOptions>
{
    /// <inheritdoc />
    public ValidateOptionsResult Validate(string? name, ConsoleOptions options)
    {
        var wrong = options.Enabled ? Wrong(options).ToList() : [];
        return wrong.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(wrong);
    }

    private static IEnumerable<string> Wrong(ConsoleOptions options)
    {
        if (options.Places.Count == 0)
        {
            yield return "Console:Places is empty: an enabled console needs at least one place.";
        }

        var seen = new HashSet<string>(StringComparer.Ordinal);
        for (var i = 0; i < options.Places.Count; i++)
        {
            foreach (var error in Wrong(options.Places[i], $"Console:Places:{i}"))
            {
                yield return error;
            }

            if (!seen.Add(options.Places[i].Id))
            {
                yield return $"Console:Places:{i}:Id is '{options.Places[i].Id}', which another place has already: ids are unique.";
            }
        }
    }

    private static IEnumerable<string> Wrong(ConsoleChannelOptions place, string key)
    {
        if (!IsId(place.Id))
        {
            yield return $"{key}:Id is '{place.Id}': allowed are 1 to {ConsoleChannelOptions.MaxIdLength} lower-case letters, digits and hyphens, not starting with '{ConsolePlaces.DirectPrefix}'.";
        }

        if (string.IsNullOrWhiteSpace(place.Name))
        {
            yield return $"{key}:Name is empty: people need a name for the place.";
        }

        if (place.Kind is not (ConsolePlaceKind.Sales or ConsolePlaceKind.Marketing))
        {
            yield return $"{key}:Kind is '{place.Kind}': allowed are sales and marketing.";
        }

        if (place.Locale is not ("en" or "ja"))
        {
            yield return $"{key}:Locale is '{place.Locale}': allowed are en and ja.";
        }
    }

    private static bool IsId(string id) =>
        id.Length is > 0 and <= ConsoleChannelOptions.MaxIdLength
        && id.All(c => char.IsAsciiLetterLower(c) || char.IsAsciiDigit(c) || c == '-')
        && !id.StartsWith(ConsolePlaces.DirectPrefix, StringComparison.Ordinal);
}
