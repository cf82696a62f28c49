using System.Globalization;
using System.Text.Json;
using Baton.Handoffs.Handoffs;
using Baton.Handoffs.Handoffs.Effects;
using Baton.Handoffs.Handoffs.Events;
using Baton.Handoffs.Handoffs.Store;

namespace Baton.Handoffs.Tests.Doubles;

/// <summary>Rows of handoffs as they would be stored: as JSON, with tags, in batches that happen as a whole or not at all.</summary>
public sealed class MemoryHandoffRows
{
    /// <summary>The most rows that table storage takes in one batch.</summary>
    public const int MaxBatch = 100;

    // Guards everything below.
    private readonly Lock gate = new();
    private readonly Dictionary<HandoffId, Partition> partitions = [];
    private int tags;

    public IReadOnlyList<HandoffId> Ids
    {
        get
        {
            lock (gate) return [.. partitions.Keys];
        }
    }

    public Stored? Load(HandoffId id)
    {
        lock (gate) return partitions.TryGetValue(id, out var it) && it.Snapshot is { } json ? new Stored(Read<Handoff>(json), it.Tag) : null;
    }

    public HandoffFile? Open(HandoffId id)
    {
        lock (gate)
        {
            return Load(id) is { } stored
                ? new HandoffFile(stored.Handoff, stored.Tag, [.. partitions[id].Messages.Values], [.. partitions[id].Outbox.Values])
                : null;
        }
    }

    public IReadOnlyList<HandoffEvent> Timeline(HandoffId id)
    {
        lock (gate) return partitions.TryGetValue(id, out var it) ? [.. it.Events.Values.Select(Read<HandoffEvent>)] : [];
    }

    public bool Commit(HandoffChange change)
    {
        lock (gate)
        {
            var rows = (change.After is null ? 0 : 1) + change.Events.Count + change.Effects.Count + change.Done.Count + change.Kept.Count + change.Messages.Count;
            if (rows > MaxBatch) throw new ArgumentException($"{rows} rows are too many for one batch.", nameof(change));
            var named = change.Done.Concat(change.Kept).Select(e => e.Effect.Id).Concat(change.Messages.Select(m => m.Slot)).ToList();
            if (named.Distinct().Count() != named.Count) throw new ArgumentException("A batch names a row twice.", nameof(change));
            var it = partitions.GetValueOrDefault(change.Id) ?? new Partition();
            if (!Fits(it, change)) return false;
            partitions[change.Id] = it;
            Write(it, change);
            return true;
        }
    }

    // With nothing in it that was not read or is not in the change.
    public HandoffFile? Commit(HandoffFile read, HandoffChange change)
    {
        lock (gate)
        {
            if (!Commit(change)) return null;
            var it = partitions[change.Id];
            var outbox = read.Outbox.Select(e => e.Effect.Id).Concat(change.Effects.Select(e => e.Id)).Except(change.Done.Select(e => e.Effect.Id));
            var ours = change.Kept.Select(e => e.Effect.Id).Concat(change.Effects.Select(e => e.Id)).ToHashSet();
            return new HandoffFile(
                change.After ?? read.Handoff,
                change.After is null ? read.Tag : it.Tag,
                [.. read.Messages.Concat(change.Messages).GroupBy(m => m.Slot).Select(slot => slot.Last()).OrderBy(m => m.Slot, StringComparer.Ordinal)],
                [.. outbox.Order(StringComparer.Ordinal).Select(id => ours.Contains(id) ? it.Outbox[id] : read.Outbox.Single(e => e.Effect.Id == id))]);
        }
    }

    public bool Rewrite(HandoffId id, Func<HandoffEvent, HandoffEvent> kept)
    {
        lock (gate)
        {
            var events = partitions[id].Events;
            foreach (var (number, happened) in events.ToList()) events[number] = Json(kept(Read<HandoffEvent>(happened)));
            return true;
        }
    }

    private static bool Fits(Partition it, HandoffChange change) =>
        (change.After is null || (change.Tag is null ? it.Snapshot is null : it.Tag == change.Tag))
        && change.Effects.All(e => !it.Outbox.ContainsKey(e.Id))
        && change.Done.Concat(change.Kept).All(e => it.Outbox.TryGetValue(e.Effect.Id, out var row) && row.Tag == e.Tag);

    private void Write(Partition it, HandoffChange change)
    {
        if (change.After is { } after)
        {
            it.Snapshot = Json(after);
            it.Tag = NewTag();
            var number = after.Version - change.Events.Count;
            foreach (var happened in change.Events) it.Events.Add(++number, Json(happened));
        }

        foreach (var effect in change.Effects)
        {
            it.Outbox.Add(effect.Id, new OutboxEntry(Read<Effect>(Json(effect)), NewTag()) { NotBefore = effect.NotBefore });
        }

        foreach (var done in change.Done) it.Outbox.Remove(done.Effect.Id);
        foreach (var kept in change.Kept) it.Outbox[kept.Effect.Id] = kept with { Tag = NewTag() };
        foreach (var message in change.Messages) it.Messages[message.Slot] = message;
    }

    private string NewTag() => (++tags).ToString(CultureInfo.InvariantCulture);

    private static string Json<T>(T value) => JsonSerializer.Serialize(value, typeof(T), HandoffJson.Stored);

    private static T Read<T>(string json) => (T)JsonSerializer.Deserialize(json, typeof(T), HandoffJson.Stored)!;

    private sealed class Partition
    {
        public string? Snapshot { get; set; }

        public string Tag { get; set; } = "";

        public SortedDictionary<int, string> Events { get; } = [];

        public SortedDictionary<string, OutboxEntry> Outbox { get; } = new(StringComparer.Ordinal);

        public SortedDictionary<string, CardMessage> Messages { get; } = new(StringComparer.Ordinal);
    }
}

/// <summary>A process's way to the rows.</summary>
public sealed class MemoryHandoffStore(MemoryHandoffRows rows, Wire wire) : IHandoffStore
{
    public Task<Stored?> LoadAsync(HandoffId id, CancellationToken cancellation) => wire.CallAsync("store.load", () => rows.Load(id));

    public Task<HandoffFile?> OpenAsync(HandoffId id, CancellationToken cancellation) => wire.CallAsync("store.open", () => rows.Open(id));

    public async IAsyncEnumerable<HandoffEvent> TimelineAsync(HandoffId id, [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancellation)
    {
        foreach (var happened in await wire.CallAsync("store.timeline", () => rows.Timeline(id))) yield return happened;
    }

    public Task<HandoffEvent?> EventAsync(HandoffId id, int number, CancellationToken cancellation) =>
        wire.CallAsync("store.event", () => rows.Timeline(id).ElementAtOrDefault(number - 1));

    public Task<bool> CommitAsync(HandoffChange change, CancellationToken cancellation) => wire.CallAsync("store.commit", () => rows.Commit(change));

    public Task<HandoffFile?> CommitAsync(HandoffFile read, HandoffChange change, CancellationToken cancellation) => wire.CallAsync("store.commit", () => rows.Commit(read, change));

    public Task RewriteAsync(HandoffId id, Func<HandoffEvent, HandoffEvent> kept, CancellationToken cancellation) =>
        wire.CallAsync("store.rewrite", () => rows.Rewrite(id, kept));
}
