using System.Buffers;
using System.Diagnostics.CodeAnalysis;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace Baton.Handoffs.Handoffs;

/// <summary>
/// JSON as UTF-8 in which letters of every script stand as themselves: for what is stored and for <c>application/json</c>, never for the inside of an
/// HTML page. Writer and buffer are kept from one to the next by each thread: new ones for each card were a quarter of the garbage of a press in Teams
/// (<c>docs/benchmarks.md</c>).
/// </summary>
[SuppressMessage("Design", "CA1001", Justification = "A writer holds nothing but its buffer, and lives as long as its thread.")]
public sealed class WrittenJson
{
    // A card with all its buttons has 8 KiB; a buffer that must grow is copied.
    private const int Usual = 16 * 1024;

    // What was needed once for something huge is not kept.
    private const int Most = 64 * 1024;

    [ThreadStatic]
    private static WrittenJson? free;

    private readonly ArrayBufferWriter<byte> buffer = new(Usual);
    private readonly Utf8JsonWriter json;

    private WrittenJson() => json = new Utf8JsonWriter(buffer, new JsonWriterOptions { Encoder = Encoder, SkipValidation = true });

    /// <summary>What escapes no more than JSON asks for.</summary>
    public static JavaScriptEncoder Encoder => JavaScriptEncoder.UnsafeRelaxedJsonEscaping;

    /// <summary>What <paramref name="write"/> writes, as bytes of its own; it may itself ask for more.</summary>
    public static byte[] Of(Action<Utf8JsonWriter> write) => Of(static (json, write) => write(json), write);

    /// <summary>What <paramref name="write"/> writes of a value, as bytes of its own; it may itself ask for more.</summary>
    public static byte[] Of<T>(Action<Utf8JsonWriter, T> write, T value)
    {
        // One that fails half-way is left to the collector.
        var ours = free ?? new WrittenJson();
        free = null;
        write(ours.json, value);
        ours.json.Flush();
        var written = GC.AllocateUninitializedArray<byte>(ours.buffer.WrittenCount);
        ours.buffer.WrittenSpan.CopyTo(written);
        ours.Clear();
        free = ours.buffer.Capacity <= Most ? ours : null;
        return written;
    }

    // To zeros: nothing of a lead stays behind in what a thread keeps.
    private void Clear()
    {
        buffer.Clear();
        json.Reset(buffer);
    }
}
