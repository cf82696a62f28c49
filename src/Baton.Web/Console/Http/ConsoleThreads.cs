using Baton.Web.Console.Messages;

namespace Baton.Web.Console.Http;

/// <summary>Groups a page of messages by thread.</summary>
internal static class ConsoleThreads
{
    /// <summary>The page's threads, oldest first message first. First messages that an earlier page holds are read too, all at once.</summary>
    public static async Task<IReadOnlyList<(ConsoleMessage Root, IReadOnlyList<ConsoleMessage> Replies)>> GroupAsync(
        IReadOnlyList<ConsoleMessage> page, IConsoleMessages messages, CancellationToken cancellation)
    {
        var known = page.Where(m => m.ThreadId is null).ToDictionary(m => m.Id, StringComparer.Ordinal);
        var missing = page.Where(m => m.ThreadId is not null && !known.ContainsKey(m.ThreadId)).DistinctBy(m => m.ThreadId);
        foreach (var root in await Task.WhenAll(missing.Select(m => messages.GetAsync(m.Place, m.ThreadId!, cancellation))))
        {
            if (root is not null)
            {
                known[root.Id] = root;
            }
        }

        var replies = page.Where(m => m.ThreadId is not null).ToLookup(m => m.ThreadId!, StringComparer.Ordinal);
        return [.. known.Values.OrderBy(m => m.Id, StringComparer.Ordinal).Select(root => (root, (IReadOnlyList<ConsoleMessage>)[.. replies[root.Id]]))];
    }
}
