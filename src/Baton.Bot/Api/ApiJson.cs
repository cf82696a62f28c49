using System.Text.Encodings.Web;
using System.Text.Json;

namespace Baton.Bot.Api;

/// <summary>How JSON is read and written on the wire.</summary>
internal static class ApiJson
{
    /// <summary>How deep a body may be nested.</summary>
    internal const int MaxDepth = 64;

    /// <summary>Compact, Japanese readable. Answers are JSON and never part of a page: the content type says so.</summary>
    internal static readonly JsonWriterOptions Writing = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>Each name once.</summary>
    internal static readonly JsonDocumentOptions Strict = new() { MaxDepth = MaxDepth, AllowDuplicateProperties = false };

    /// <summary>A name may come twice.</summary>
    internal static readonly JsonDocumentOptions Lenient = new() { MaxDepth = MaxDepth };
}
