using Baton.Handoffs.Chat;
using Baton.Handoffs.Funnel.Periods;

namespace Baton.Handoffs.Funnel.Commands;

/// <summary>
/// Reads what follows <c>/funnel</c>, in English or Japanese. Total: every text becomes a command,
/// at worst <see cref="FunnelCommand.Unknown"/> with the known word nearest to what was typed.
/// </summary>
public static class FunnelParser
{
    /// <summary>Reads a command. <paramref name="locale"/> decides only in which language a correction is offered.</summary>
    public static FunnelRequest Parse(string? text, string? locale)
    {
        var all = CommandText.Words(text ?? "");
        var words = all.Where(w => !Vocabulary.IsShare(w)).ToList();
        return new FunnelRequest(Read(words, Texts.Nearest(locale)), words.Count < all.Count);
    }

    private static FunnelCommand Read(List<string> words, string locale)
    {
        if (words.Count == 0)
        {
            return new FunnelCommand.Overview(PeriodExpression.ThisWeek, null, []);
        }

        var rest = words[1..];
        return Vocabulary.Find(words[0]) switch
        {
            CommandWord.Queue => new FunnelCommand.Queue(Joined(rest)),
            CommandWord.Mine => Alone(new FunnelCommand.Mine(), rest, locale),
            CommandWord.Lead => Joined(rest) is { } query ? new FunnelCommand.Lead(query) : new FunnelCommand.Incomplete(CommandWord.Lead),
            CommandWord.Assign => ActionParser.Assign(rest),
            CommandWord.Pause => ActionParser.Pause(rest),
            CommandWord.Resume => ActionParser.Resume(rest),
            CommandWord.Away => ActionParser.Away(rest),
            CommandWord.Back => ActionParser.Back(rest),
            CommandWord.Suggest => ActionParser.Suggest(rest),
            CommandWord.Rules => ActionParser.Rules(rest, locale),
            CommandWord.Digest => ActionParser.Digest(rest, locale),
            CommandWord.Audit => ActionParser.Audit(rest, locale),
            CommandWord.Dashboard => Alone(new FunnelCommand.Dashboard(), rest, locale),
            CommandWord.Settings => Alone(new FunnelCommand.Settings(), rest, locale),
            CommandWord.Help => Help(rest),
            _ => CountingParser.Read(words, locale),
        };
    }

    internal static string? Joined(IReadOnlyList<string> words) => words.Count > 0 ? string.Join(' ', words) : null;

    internal static FunnelCommand Alone(FunnelCommand command, IReadOnlyList<string> rest, string locale) =>
        rest.Count == 0 ? command : Nearest.To(rest[0], locale);

    private static FunnelCommand.Help Help(List<string> rest) =>
        new(rest.Count == 0 ? null : Vocabulary.Find(rest[0]) ?? Nearest.To(rest[0], "en").Command);
}
