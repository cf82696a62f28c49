using System.Collections.Concurrent;
using System.Globalization;
using System.Resources;

namespace Baton.Handoffs.Chat;

/// <summary>
/// Texts of one resource file in one language. Languages other than Japanese fall back to English.
/// A key that is not there is a programming error and throws, so that no person ever reads a key.
/// </summary>
public sealed class Texts
{
    private readonly ResourceManager resources;
    private readonly ConcurrentDictionary<string, string> read = new(StringComparer.Ordinal);

    private Texts(ResourceManager resources, string locale)
    {
        this.resources = resources;
        Locale = locale;
        Culture = CultureInfo.GetCultureInfo(locale == "ja" ? "ja-JP" : "en-US");
    }

    /// <summary><c>en</c> or <c>ja</c>.</summary>
    public string Locale { get; }

    /// <summary>The culture that numbers are formatted with.</summary>
    public CultureInfo Culture { get; }

    /// <summary>The text of a key.</summary>
    public string this[string key] => read.GetOrAdd(
        key, static (key, all) => all.resources.GetString(key, all.Culture) ?? throw new ArgumentException($"There is no text '{key}' in {all.resources.BaseName} for {all.Locale}.", nameof(key)), this);

    /// <summary>The texts of the resource file beside <typeparamref name="T"/> that has its full name, in the language nearest to <paramref name="locale"/>.</summary>
    public static Texts Of<T>(string locale) => Nearest(locale) == "ja" ? Cache<T>.Japanese : Cache<T>.English;

    /// <summary>The language that is spoken to somebody with that BCP 47 locale: <c>ja</c> for Japanese, else <c>en</c>.</summary>
    public static string Nearest(string? locale) => locale is not null && locale.StartsWith("ja", StringComparison.OrdinalIgnoreCase) ? "ja" : "en";

    /// <summary>The text of a key with its placeholders filled in.</summary>
    public string Format(string key, params object?[] values) => string.Format(Culture, this[key], values);

    private static class Cache<T>
    {
        private static readonly ResourceManager Resources = new(typeof(T).FullName!, typeof(T).Assembly);
        public static readonly Texts English = new(Resources, "en");
        public static readonly Texts Japanese = new(Resources, "ja");
    }
}
