using Baton.Handoffs.Funnel.Periods;

namespace Baton.Handoffs.Funnel.Commands;

/// <summary>Finds the known word that was probably meant.</summary>
internal static class Nearest
{
    private static readonly (string Word, CommandWord Command)[] Known =
    [
        .. Vocabulary.All
            .Concat(PeriodWords.All.Select(w => (w, CommandWord.Overview)))
            .Concat(DimensionWords.All.Select(w => (w, CommandWord.Overview)))
            .OrderBy(p => p.Item2).ThenBy(p => p.Item1, StringComparer.Ordinal),
    ];

    /// <summary>
    /// The known word with the least edit distance for its length; of equals the one in the asker's language, then the longer one, then the command listed first.
    /// A word that is no nearer than something entirely different is answered with help.
    /// </summary>
    public static FunnelCommand.Unknown To(string word, string locale)
    {
        var normal = CommandText.Normal(word);
        var (nearest, command) = Known
            .OrderBy(known => EditDistance.Between(normal, known.Word) / (double)Math.Max(normal.Length, known.Word.Length))
            .ThenBy(known => LanguageOf(known.Word) == locale ? 0 : 1)
            .ThenByDescending(known => known.Word.Length)
            .First();
        return EditDistance.Between(normal, nearest) < Math.Max(normal.Length, nearest.Length)
            ? new FunnelCommand.Unknown(word, nearest, command)
            : new FunnelCommand.Unknown(word, locale == "ja" ? "ヘルプ" : "help", CommandWord.Help);
    }

    private static string LanguageOf(string word) => word.All(char.IsAscii) ? "en" : "ja";
}
