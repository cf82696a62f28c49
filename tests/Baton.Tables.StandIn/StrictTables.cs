using System.Collections.Concurrent;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Extensions.Logging;

namespace Baton.Tables.StandIn;

/// <summary>
/// Azure's table service on loopback, for tests: as strict as it is documented where Microsoft's emulator is lenient, and able to fail as
/// it does. Checks signatures itself. Keeps everything in memory.
/// </summary>
public sealed class StrictTables : IAsyncDisposable
{
    /// <summary>The account.</summary>
    public const string Account = "strict";

    private readonly WebApplication server;
    private readonly StoredTables tables = new();
    private readonly byte[] key = RandomNumberGenerator.GetBytes(64);
    private readonly SignatureCheck signatures;
    private readonly ConcurrentQueue<string> requests = [];

    private StrictTables()
    {
        signatures = new SignatureCheck(Account, key, SharedAccessSignature);
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0").ConfigureKestrel(kestrel => kestrel.Limits.MaxRequestBodySize = null);
        server = builder.Build();
        server.Run(HandleAsync);
    }

    /// <summary>What goes wrong next.</summary>
    public TableFaults Faults { get; } = new();

    /// <summary>How queries are cut into pages.</summary>
    public TablePaging Paging { get; } = new();

    /// <summary>Every request so far, those that failed included: method and target.</summary>
    public IReadOnlyCollection<string> Requests => requests;

    /// <summary>A shared access signature that is let in.</summary>
    public string SharedAccessSignature { get; } = $"sv=2020-12-06&tn=rows&sp=raud&sig={Uri.EscapeDataString(Convert.ToBase64String(RandomNumberGenerator.GetBytes(32)))}";

    /// <summary>The account's key.</summary>
    public string Key => Convert.ToBase64String(key);

    /// <summary>The account's address.</summary>
    public Uri Endpoint => new(server.Urls.First() + "/");

    /// <summary>What <c>Store:Connection</c> would be.</summary>
    public string ConnectionString => $"AccountName={Account};AccountKey={Key};TableEndpoint={Endpoint}";

    /// <summary>Starts an empty one.</summary>
    public static async Task<StrictTables> StartAsync()
    {
        var strict = new StrictTables();
        await strict.server.StartAsync();
        return strict;
    }

    /// <summary>Stops it.</summary>
    public async ValueTask DisposeAsync()
    {
        await server.DisposeAsync();
        tables.Gate.Dispose();
    }

    private static TableAnswer? Answered(TableFault? fault) => fault switch
    {
        TableFault.Json json => TableAnswer.Error(json.Status, json.Code) with { Headers = json.RetryAfter is { } wait ? [("Retry-After", $"{wait}")] : [] },
        TableFault.Xml xml => TableAnswer.XmlError(xml.Status, xml.Code),
        TableFault.Empty empty => new TableAnswer(empty.Status, null, ""),
        _ => null,
    };

    private static bool IsWellFormed(HttpRequest request) =>
        request.Headers["x-ms-version"] == "2020-12-06"
        && request.Headers["DataServiceVersion"] == "3.0"
        && request.Headers.Accept == "application/json;odata=minimalmetadata";

    private async Task HandleAsync(HttpContext http)
    {
        var target = http.Features.GetRequiredFeature<IHttpRequestFeature>().RawTarget;
        requests.Enqueue($"{http.Request.Method} {target}");
        using var reader = new StreamReader(http.Request.Body, Encoding.UTF8);
        var body = await reader.ReadToEndAsync(http.RequestAborted);
        var fault = Faults.Take(http.Request.Method);
        if (fault is TableFault.DropBefore before)
        {
            await (before.Act?.Invoke() ?? Task.CompletedTask);
            http.Abort();
            return;
        }

        var answer = Answered(fault) ?? signatures.Refusal(http) ?? (IsWellFormed(http.Request) ? await DoAsync(http.Request, target.Split('?')[0], body) : TableAnswer.XmlError(400, "InvalidHeaderValue"));
        await EndAsync(http, answer, fault);
    }

    private static async Task EndAsync(HttpContext http, TableAnswer answer, TableFault? fault)
    {
        switch (fault)
        {
            case TableFault.DropAfter after:
                await (after.Act?.Invoke() ?? Task.CompletedTask);
                http.Abort();
                break;
            case TableFault.DropInTheMiddle:
                await answer.SendAsync(http, half: true);
                http.Abort();
                break;
            case TableFault.DoneButTimedOut:
                await TableAnswer.Error(500, "OperationTimedOut", "Operation could not be completed within the specified time.").SendAsync(http);
                break;
            default:
                await answer.SendAsync(http);
                break;
        }
    }

    private async Task<TableAnswer> DoAsync(HttpRequest request, string path, string body)
    {
        await tables.Gate.WaitAsync(request.HttpContext.RequestAborted);
        try
        {
            if (path == "/$batch")
                return Transaction.Do(tables, TransactionReader.Read(body, request.ContentType ?? "", Endpoint.AbsoluteUri), Encoding.UTF8.GetByteCount(body));
            if (path == "/Tables" && request.Method == HttpMethods.Post)
                return tables.Create((string)JsonNode.Parse(body)!["TableName"]!) ? TableAnswer.Done(204) : TableAnswer.Error(409, "TableAlreadyExists");
            if (path.EndsWith("()", StringComparison.Ordinal))
                return new EntityQuery(tables, Paging).Answer(path[1..^2], request.Query);
            var guard = request.Headers.IfMatch is [{ } etag] ? etag : null;
            return EntityOperation.Of(request.Method, path, guard, body) is { } operation ? tables.Do(operation, new()) : TableAnswer.Error(400, "InvalidInput");
        }
        finally
        {
            tables.Gate.Release();
        }
    }
}
