using System.Text;

namespace Baton.Slack.Http;

/// <summary>
/// The fields of an <c>application/x-www-form-urlencoded</c> body. All of them are found before the first is decoded: a value is decoded
/// where it lies, and what it then holds must not be taken for further fields.
/// </summary>
internal sealed class SlackForm
{
    /// <summary>The most fields that a body may have; Slack sends fewer than twenty.</summary>
    public const int MaxFields = 64;

    private static readonly UTF8Encoding Strict = new(false, true);

    private readonly List<(ReadOnlyMemory<byte> Name, Memory<byte> Value)> fields;

    private SlackForm(List<(ReadOnlyMemory<byte> Name, Memory<byte> Value)> fields) => this.fields = fields;

    /// <summary>Finds the fields; null when there are too many, or two of one name, which two readers could take for different requests.</summary>
    public static SlackForm? Find(Memory<byte> body)
    {
        var fields = new List<(ReadOnlyMemory<byte> Name, Memory<byte> Value)>();
        while (body.Length > 0)
        {
            var end = body.Span.IndexOf((byte)'&');
            var field = end < 0 ? body : body[..end];
            body = end < 0 ? default : body[(end + 1)..];
            var equals = field.Span.IndexOf((byte)'=');
            var name = equals < 0 ? field : field[..equals];
            if (fields.Count == MaxFields || fields.Exists(f => f.Name.Span.SequenceEqual(name.Span)))
            {
                return null;
            }

            fields.Add((name, equals < 0 ? default : field[(equals + 1)..]));
        }

        return new SlackForm(fields);
    }

    /// <summary>Whether there is a field of that name.</summary>
    public bool Has(ReadOnlySpan<byte> name) => At(name) >= 0;

    /// <summary>The decoded bytes of a field; null when there is none or its percent signs are wrong. To be asked once.</summary>
    public Memory<byte>? Take(ReadOnlySpan<byte> name) => At(name) is >= 0 and var at ? Decode(fields[at].Value) : null;

    /// <summary>The text of a field; null when there is none or it is no UTF-8. To be asked once.</summary>
    public string? TakeText(ReadOnlySpan<byte> name)
    {
        try
        {
            return Take(name) is { } bytes ? Strict.GetString(bytes.Span) : null;
        }
        catch (DecoderFallbackException)
        {
            return null;
        }
    }

    private int At(ReadOnlySpan<byte> name)
    {
        for (var at = 0; at < fields.Count; at++)
        {
            if (fields[at].Name.Span.SequenceEqual(name))
            {
                return at;
            }
        }

        return -1;
    }

    private static Memory<byte>? Decode(Memory<byte> value)
    {
        var bytes = value.Span;
        var to = bytes.IndexOfAny((byte)'%', (byte)'+');
        if (to < 0)
        {
            return value;
        }

        for (var from = to; from < bytes.Length; to++)
        {
            switch (bytes[from])
            {
                case (byte)'+':
                    (bytes[to], from) = ((byte)' ', from + 1);
                    break;
                case (byte)'%' when from + 2 < bytes.Length && Digit(bytes[from + 1]) is >= 0 and var high && Digit(bytes[from + 2]) is >= 0 and var low:
                    (bytes[to], from) = ((byte)((high << 4) | low), from + 3);
                    break;
                case (byte)'%':
                    return null;
                default:
                    (bytes[to], from) = (bytes[from], from + 1);
                    break;
            }
        }

        return value[..to];
    }

    private static int Digit(byte b) => b switch
    {
        >= (byte)'0' and <= (byte)'9' => b - '0',
        >= (byte)'a' and <= (byte)'f' => b - 'a' + 10,
        >= (byte)'A' and <= (byte)'F' => b - 'A' + 10,
        _ => -1,
    };
}
