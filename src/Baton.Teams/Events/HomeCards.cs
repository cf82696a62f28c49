using Baton.Edges;
using Baton.Handoffs.Chat;
using Baton.Teams.Connector;
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
        foreach (var part in await PartsAsync(at, cancellation))
        {
            await PostAsync(at, part, cancellation);
        }
    }

    /// <summary>Posts one message of it.</summary>
    /// <returns>What came of it.</returns>
    public Task<ConnectorReply<string>> PostAsync(Surroundings at, HomePart part, CancellationToken cancellation) => answers.PostAsync(at, part.Card, cancellation);

    /// <summary>The messages that it is made of, first to last.</summary>
    /// <exception cref="TeamsUnavailableException">Teams does not say now who the person is.</exception>
    public async Task<IReadOnlyList<HomePart>> PartsAsync(Surroundings at, CancellationToken cancellation)
    {
        var visitor = await visitors.OfAsync(at, cancellation);
        if (!visitor.MayAct)
        {
            var name = visitor.Barrier == Barrier.Unknown ? HomePart.Unknown : HomePart.Header;
            return [new HomePart(name, NoticeCard.Of(Notices.Of(visitor.Barrier, visitor.Locale), visitor.Locale))];
        }

        var home = await desk.HomeAsync(visitor.Email, cancellation);
        List<HomePart> parts = [new(HomePart.Header, home.Header), .. home.Handoffs.Take(Most).Select(card => new HomePart(card.Handoff?.Value ?? "", card))];
        if (home.Handoffs.Count + home.More - Most is > 0 and var more)
        {
            var text = string.Format(System.Globalization.CultureInfo.InvariantCulture, Notices.Text("moreWait", visitor.Locale), more);
            parts.Add(new HomePart(HomePart.More, NoticeCard.Of(text, visitor.Locale, Tone.Muted)));
        }

        return parts;
    }
}
