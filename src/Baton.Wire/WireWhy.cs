using System.Text.RegularExpressions;
using Baton.Handoffs.Chat;

namespace Baton.Wire;

/// <summary>Why a request got no answer. It is stored in English, and told to a person in the own language; what the system calls the failure stays.</summary>
public static class WireWhy
{
    private const string Given = "given";
    private const string Hole = "\uE000";
    private static readonly string[] Failures = ["noAnswer", "failed", "tookLong", "broke"];
    private static readonly string[] Ends = ["lost", "unsent"];
    private static readonly (string Failure, string End, Regex Stored)[] Sentences = [.. Failures.SelectMany(failure => Ends.Select(end => (failure, end, Pattern(failure, end))))];

    private static Texts Stored => Texts.Of<WireTexts>("en");

    /// <summary>It may have arrived.</summary>
    /// <param name="failure">What happened.</param>
    public static string Lost(string failure) => Stored.Format("lost", failure);

    /// <summary>It did not arrive.</summary>
    /// <param name="failure">What happened.</param>
    public static string Unsent(string failure) => Stored.Format("unsent", failure);

    /// <summary>The limit passed.</summary>
    /// <param name="limit">The limit.</param>
    public static string NoAnswer(TimeSpan limit) => Stored.Format("noAnswer", Math.Round(limit.TotalSeconds));

    /// <summary>The connection failed.</summary>
    /// <param name="name">What the system calls it.</param>
    public static string Failed(string name) => Stored.Format("failed", name);

    /// <summary>There was no connection in time.</summary>
    public static string TookLong => Stored["tookLong"];

    /// <summary>The connection ended before the answer did.</summary>
    public static string Broke => Stored["broke"];

    /// <summary>The reason as that person reads it; anything around it stays as it is.</summary>
    /// <param name="why">As it was stored.</param>
    /// <param name="locale">For whom.</param>
    public static string Of(string why, string locale)
    {
        var told = Texts.Of<WireTexts>(locale);
        foreach (var (failure, end, stored) in Sentences)
        {
            if (stored.Match(why) is { Success: true } found)
            {
                return why.Replace(found.Value, told.Format(end, told.Format(failure, found.Groups[Given].Value)), StringComparison.Ordinal);
            }
        }

        return why;
    }

    private static Regex Pattern(string failure, string end) =>
        new(Open(Stored[end]).Replace(Hole, Open(Stored[failure]).Replace(Hole, $"(?<{Given}>[A-Za-z0-9]+)", StringComparison.Ordinal), StringComparison.Ordinal), RegexOptions.CultureInvariant | RegexOptions.NonBacktracking);

    private static string Open(string text) => Regex.Escape(text.Replace("{0}", Hole, StringComparison.Ordinal));
}
