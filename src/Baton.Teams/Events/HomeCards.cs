using Baton.Edges;
using Baton.Handoffs.Chat;
using Baton.Teams.Incoming;

namespace Baton.Teams.Events;

/// <summary>A person's own page as cards in the chat with Baton: who one is to it, and what waits for one. A card there fetches its own view whenever it is looked at.</summary>
internal sealed class HomeCards(IChatDesk desk, TeamsVisitors visitors, CommandAnswers answers)
{
    /// <summary>The most handoffs that are posted; the rest are told by number and by <c>funnel mine</c>.</summary>
    public const int Most = 5;

    private static readonly HashSet<string> Words = new(["", "home", "hi", "hello", "start", "ホーム", "マイページ", "こんにちは"], StringComparer.OrdinalIgnoreCase);

    /// <summary>Whether somebody asks for it.</summary>
    public static bool IsAskedFor(string text) => Words.Contains(text.Trim());

    /// <summary>Posts it.</summary>
    public async Task SendAsync(Surroundings at, CancellationToken cancellation)
    {
        var visitor = await visitors.OfAsync(at, cancellation);
        if (!visitor.MayAct)
        {
            await answers.PostAsync(at, NoticeCard.Of(Notices.Of(visitor.Barrier, visitor.Locale), visitor.Locale), cancellation);
            return;
        }

        var home = await desk.HomeAsync(visitor.Email, cancellation);
        await answers.PostAsync(at, home.Header, cancellation);
        foreach (var handoff in home.Handoffs.Take(Most))
        {
            await answers.PostAsync(at, handoff, cancellation);
        }

        if (home.Handoffs.Count + home.More - Most is > 0 and var more)
        {
            var text = string.Format(System.Globalization.CultureInfo.InvariantCulture, Notices.Text("moreWait", visitor.Locale), more);
            await answers.PostAsync(at, NoticeCard.Of(text, visitor.Locale, Tone.Muted), cancellation);
        }
    }
}
