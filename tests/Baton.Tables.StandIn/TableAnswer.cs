using System.Text;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;

namespace Baton.Tables.StandIn;

/// <summary>An answer before it is sent.</summary>
/// <param name="Status">The status.</param>
/// <param name="ContentType">Of the body.</param>
/// <param name="Body">The body; empty for none.</param>
/// <param name="Headers">Others.</param>
internal sealed record TableAnswer(int Status, string? ContentType, string Body, params (string Name, string Value)[] Headers)
{
    public const string JsonType = "application/json;odata=minimalmetadata;streaming=true;charset=utf-8";

    /// <summary>Done, and the ETag that came of it.</summary>
    public static TableAnswer Done(int status, string? etag = null) => etag is null ? new(status, null, "") : new(status, null, "", ("ETag", etag));

    /// <summary>An error of tables.</summary>
    public static TableAnswer Error(int status, string code, string message = "It does not hold.") => new(status, JsonType, new JsonObject
    {
        ["odata.error"] = new JsonObject { ["code"] = code, ["message"] = new JsonObject { ["lang"] = "en-US", ["value"] = $"{message}\nRequestId:0\nTime:0" } },
    }.ToJsonString());

    /// <summary>An error of signatures and versions.</summary>
    public static TableAnswer XmlError(int status, string code) => new(
        status,
        "application/xml",
        $"""<?xml version="1.0" encoding="utf-8" standalone="yes"?><m:error xmlns:m="http://schemas.microsoft.com/ado/2007/08/dataservices/metadata"><m:code>{code}</m:code><m:message xml:lang="en-US">No.</m:message></m:error>""");

    /// <summary>Sends it; half of it when asked to.</summary>
    public async Task SendAsync(HttpContext http, bool half = false)
    {
        http.Response.StatusCode = Status;
        foreach (var (name, value) in Headers)
            http.Response.Headers[name] = value;
        var bytes = Encoding.UTF8.GetBytes(Body);
        http.Response.ContentType = ContentType;
        if (bytes.Length == 0)
            return;
        http.Response.ContentLength = bytes.Length;
        await http.Response.Body.WriteAsync(half ? bytes.AsMemory(0, bytes.Length / 2) : bytes);
    }
}
