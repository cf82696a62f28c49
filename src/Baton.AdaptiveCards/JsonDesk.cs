using System.Buffers;
using System.Diagnostics.CodeAnalysis;
using System.Text.Json;

namespace Baton.AdaptiveCards;

/// <summary>
/// A writer and its buffer, kept from one card to the next by each thread: new ones for each card were a quarter of the garbage of a press in Teams
/// (<c>docs/benchmarks.md</c>).
/// </summary>
[SuppressMessage("Design", "CA1001", Justification = "A writer holds nothing but its buffer, and lives as long as its thread.")]
internal sealed class JsonDesk
{
    // A card with all its buttons has 8 KiB; a buffer that must grow is copied.
    private const int Usual = 16 * 1024;

    // What was needed once for something huge is not kept.
    private const int Most = 64 * 1024;

    [ThreadStatic]
    private static JsonDesk? free;

    private readonly ArrayBufferWriter<byte> buffer = new(Usual);
    private readonly Utf8JsonWriter json;

    private JsonDesk() => json = new Utf8JsonWriter(buffer, new JsonWriterOptions { Encoder = AdaptiveCardJson.Encoder, SkipValidation = true });

    /// <summary>What <paramref name="write"/> writes, as bytes of its own; it may itself ask for more.</summary>
    public static byte[] Write(Action<Utf8JsonWriter> write)
    {
        // One that fails half-way is left to the collector.
        var desk = free ?? new JsonDesk();
        free = null;
        write(desk.json);
        desk.json.Flush();
        var written = GC.AllocateUninitializedArray<byte>(desk.buffer.WrittenCount);
        desk.buffer.WrittenSpan.CopyTo(written);
        desk.Clear();
        free = desk.buffer.Capacity <= Most ? desk : null;
        return written;
    }

    private void Clear()
    {
        buffer.ResetWrittenCount();
        json.Reset(buffer);
    }
}
