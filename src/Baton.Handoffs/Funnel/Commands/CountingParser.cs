using Baton.Handoffs.Funnel.Periods;

namespace Baton.Handoffs.Funnel.Commands;

/// <summary>
/// Reads the commands that count: a command word, a period, a dimension and filters, in any order (<c>先月の理由 キャンペーン別</c>).
/// </summary>
internal sealed class CountingParser
{
    private readonly List<FactFilter> filters = [];
    private readonly string locale;
    private readonly Func<PeriodExpression?, IReadOnlyList<FactFilter>, FunnelCommand>? make;
    private CommandWord? command;
    private PeriodExpression? period;
    private Dimension? by;

    private CountingParser(string locale, Func<PeriodExpression?, IReadOnlyList<FactFilter>, FunnelCommand>? make) => (this.locale, this.make) = (locale, make);

    /// <summary>Reads all words; the first one that has no meaning or no place decides when there is one.</summary>
    /// <param name="words">The words.</param>
    /// <param name="locale">In which language a word is suggested.</param>
    /// <param name="make">Makes the command of a period and filters, where no word of these names it; null where one may.</param>
    public static FunnelCommand Read(IReadOnlyList<string> words, string locale, Func<PeriodExpression?, IReadOnlyList<FactFilter>, FunnelCommand>? make = null)
    {
        var parser = new CountingParser(locale, make);
        var queue = new LinkedList<string>(words);
        while (queue.First is { } first)
        {
            queue.RemoveFirst();
            var next = queue.First?.Value;
            if (next is not null && parser.TakePair(first.Value, next))
            {
                queue.RemoveFirst();
            }
            else if (!parser.Take(first.Value) && !Cut(first.Value, queue))
            {
                return make is null ? NotUnderstood(first.Value, next, locale) : new FunnelCommand.Unknown(first.Value, locale == "ja" ? "先月" : "last month", CommandWord.Rules);
            }
        }

        return parser.Result();
    }

    // "last" and "by" mean something only with the word behind them.
    private static FunnelCommand NotUnderstood(string word, string? next, string locale) => (CommandText.Normal(word), next) switch
    {
        ("by" or "last" or "this", null) => new FunnelCommand.Incomplete(CommandWord.Overview),
        ("by", { } dimension) => Nearest.To(dimension, locale),
        ("last" or "this", { } unit) => Nearest.To($"{word} {unit}", locale),
        _ => Nearest.To(word, locale),
    };

    // Japanese needs no blank: a period or dimension and what follows it may be joined by の.
    private static bool Cut(string word, LinkedList<string> queue)
    {
        var particle = word.IndexOf('の', StringComparison.Ordinal);
        if (particle <= 0 || particle == word.Length - 1)
        {
            return false;
        }

        queue.AddFirst(word[(particle + 1)..]);
        queue.AddFirst(word[..particle]);
        return true;
    }

    private bool TakePair(string first, string second) => CommandText.Normal(first) switch
    {
        "by" => SetDimension(DimensionWords.Find(second)),
        "last" or "this" => SetPeriod(PeriodExpression.Parse($"{first} {second}")),
        _ => false,
    };

    private bool Take(string word)
    {
        if (DimensionWords.TryFilter(word, out var filter))
        {
            filters.Add(filter);
            return true;
        }

        return SetPeriod(PeriodExpression.Parse(word)) || SetDimension(DimensionWords.FindEach(word)) || SetCommand(Vocabulary.Find(word));
    }

    private bool SetPeriod(PeriodExpression? found)
    {
        period ??= found;
        return found is not null;
    }

    private bool SetDimension(Dimension? found)
    {
        by ??= found;
        return found is not null && make is null;
    }

    private bool SetCommand(CommandWord? found)
    {
        if (make is not null || command is not null || found is not (CommandWord.Overview or CommandWord.Reasons or CommandWord.Sla or CommandWord.Velocity or CommandWord.Export))
        {
            return false;
        }

        command = found;
        return true;
    }

    private FunnelCommand Result() => make is not null ? make(period, filters) : command switch
    {
        CommandWord.Reasons => new FunnelCommand.Reasons(period ?? PeriodExpression.ThisWeek, by, filters),
        CommandWord.Sla => new FunnelCommand.Sla(period ?? PeriodExpression.ThisWeek, filters),
        CommandWord.Velocity => new FunnelCommand.Velocity(period ?? PeriodExpression.ThisQuarter, filters),
        CommandWord.Export => new FunnelCommand.Export(period ?? PeriodExpression.ThisWeek, filters),
        _ => new FunnelCommand.Overview(period ?? PeriodExpression.ThisWeek, by, filters),
    };
}
