using System.Threading.Channels;
using Baton.Handoffs.Chat;
using Baton.Handoffs.Handoffs;
using Baton.Handoffs.Leads;

namespace Baton.Slack.Events;

/// <summary>
/// Whose page was opened, what it shows, and which of them have to follow a change. It remembers a bounded number and forgets with the process: who opens the
/// page again gets it as it stands.
/// </summary>
internal sealed class OpenPages(TimeProvider time) : IPersonalPages
{
    /// <summary>How many pages are remembered, those that were drawn last.</summary>
    public const int Most = 1_000;

    /// <summary>How long changes are gathered before a page follows them: nobody's page follows more often than that.</summary>
    public static readonly TimeSpan Gathering = TimeSpan.FromSeconds(2);

    private readonly Lock guard = new();

    // By user; guarded by guard, with all that is in them.
    private readonly Dictionary<string, Page> pages = new(StringComparer.Ordinal);
    private readonly Channel<(string UserId, long Since)> waiting = Channel.CreateBounded<(string, long)>(Most);
    private long drawings;

    /// <summary>A page is about to be drawn: whatever changes from now on concerns it, until it is known what it shows.</summary>
    /// <returns>The fingerprint of what was in front of the person until now; null when that is not known.</returns>
    public string? Draw(string userId, EmailAddress email)
    {
        lock (guard)
        {
            if (!pages.TryGetValue(userId, out var page))
            {
                pages[userId] = page = new Page();
            }

            var before = page.Print;
            (page.Email, page.Drawing, page.Listed, page.Print) = (email, ++drawings, null, null);
            if (pages.Count > Most)
            {
                pages.Remove(pages.MinBy(p => p.Value.Drawing).Key);
            }

            return before;
        }
    }

    /// <summary>It is in front of the person.</summary>
    /// <param name="userId">Whose.</param>
    /// <param name="home">What it says.</param>
    /// <param name="print">The fingerprint of what Slack was given.</param>
    public void Drawn(string userId, HomeView home, string print)
    {
        lock (guard)
        {
            if (pages.TryGetValue(userId, out var page))
            {
                page.Print = print;
                page.Listed = home.More > 0 ? null : home.Handoffs.Select(c => c.Handoff).OfType<HandoffId>().ToHashSet();
            }
        }
    }

    /// <summary>The person's page follows nothing any more.</summary>
    public void Forget(string userId)
    {
        lock (guard)
        {
            pages.Remove(userId);
        }
    }

    /// <inheritdoc />
    public void Changed(HandoffId handoff, IReadOnlyCollection<EmailAddress> people)
    {
        lock (guard)
        {
            foreach (var (userId, page) in pages.Where(p => p.Value.Listed?.Contains(handoff) != false || people.Contains(p.Value.Email)))
            {
                Queue(userId, page);
            }
        }
    }

    /// <summary>A page is to be drawn again: it could not follow, or its owner gave a command.</summary>
    public void Again(string userId)
    {
        lock (guard)
        {
            if (pages.TryGetValue(userId, out var page))
            {
                Queue(userId, page);
            }
        }
    }

    /// <summary>Those pages are to be drawn again that were drawn last.</summary>
    /// <param name="most">How many.</param>
    public void AgainLatest(int most)
    {
        lock (guard)
        {
            foreach (var (userId, page) in pages.OrderByDescending(p => p.Value.Drawing).Take(most).ToList())
            {
                Queue(userId, page);
            }
        }
    }

    /// <summary>Waits for a page that has to follow; what changes from then on queues it anew. Asked by one at a time.</summary>
    public async Task<string> NextAsync(CancellationToken cancellation)
    {
        while (true)
        {
            var (userId, since) = await waiting.Reader.ReadAsync(cancellation);
            var left = Gathering - time.GetElapsedTime(since);
            if (left > TimeSpan.Zero)
            {
                await Task.Delay(left, time, cancellation);
            }

            lock (guard)
            {
                if (pages.TryGetValue(userId, out var page))
                {
                    page.IsWaiting = false;
                    return userId;
                }
            }
        }
    }

    // Each page waits once; so no more wait than are remembered, but for those forgotten meanwhile.
    private void Queue(string userId, Page page) =>
        page.IsWaiting = page.IsWaiting || waiting.Writer.TryWrite((userId, time.GetTimestamp()));

    private sealed class Page
    {
        public EmailAddress Email { get; set; }

        /// <summary>Which drawing of all: the lowest is the oldest.</summary>
        public long Drawing { get; set; }

        /// <summary>What it lists; null when it may be about any handoff.</summary>
        public HashSet<HandoffId>? Listed { get; set; }

        public string? Print { get; set; }

        public bool IsWaiting { get; set; }
    }
}
