using System.Collections.Concurrent;
using System.Text.Json;
using Baton.Handoffs.Handoffs;
using Baton.Handoffs.Leads;
using Baton.Handoffs.Nudges;

namespace Baton.Handoffs.Tests.Doubles;

/// <summary>A process's way to the inboxes, which are stored as JSON and changed by compare-and-swap.</summary>
public sealed class MemoryInboxes(ConcurrentDictionary<EmailAddress, string> rows, Wire wire) : IInboxes
{
    public Task<Inbox> LoadAsync(EmailAddress person, CancellationToken cancellation) => wire.CallAsync("inbox.load", () => Read(person).Inbox);

    public Task<Inbox> ChangeAsync(EmailAddress person, Func<Inbox, Inbox> change, CancellationToken cancellation) => wire.CallAsync("inbox.change", () =>
    {
        while (true)
        {
            var (was, json) = Read(person);
            var now = change(was);
            if (ReferenceEquals(now, was)) return now;
            var next = JsonSerializer.Serialize(now, HandoffJson.Stored.Inbox);
            if (json is null ? rows.TryAdd(person, next) : rows.TryUpdate(person, next, json)) return now;
        }
    });

    private (Inbox Inbox, string? Json) Read(EmailAddress person) => rows.TryGetValue(person, out var json)
        ? (JsonSerializer.Deserialize(json, HandoffJson.Stored.Inbox)!, json)
        : (new Inbox { Person = person }, null);
}
