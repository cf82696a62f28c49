using Azure;
using Azure.Core;
using Azure.Core.Pipeline;

namespace Baton.Tables.Azure.Client;

/// <summary>An account's address, and the way of every request to it.</summary>
internal sealed class TablePipeline
{
    /// <summary>The version of the data protocol (https://learn.microsoft.com/rest/api/storageservices/setting-the-odata-data-service-version-headers).</summary>
    public const string DataServiceVersion = "3.0";

    private readonly HttpPipeline pipeline;

    public TablePipeline(Uri endpoint, TableClientOptions options, HttpPipelinePolicy? once, HttpPipelinePolicy? each)
    {
        Endpoint = endpoint.AbsoluteUri.EndsWith('/') ? endpoint : new Uri(endpoint.AbsoluteUri + "/");
        options.RetryPolicy ??= new TableRetryPolicy(options.Retry);
        pipeline = HttpPipelineBuilder.Build(options, once is null ? [] : [once], each is null ? [] : [each], new TableAnswers());
    }

    /// <summary>The account's address, ending in a slash.</summary>
    public Uri Endpoint { get; }

    /// <summary>Sends a request and answers what came of it; throws <see cref="RequestFailedException"/> for any status that is not asked for.</summary>
    /// <param name="request">What to send.</param>
    /// <param name="also">A status of failure that is an answer all the same, 0 for none.</param>
    /// <param name="ct">Ends it; what was sent may then have been done.</param>
    public async Task<Response> SendAsync(EntityRequest request, int also, CancellationToken ct)
    {
        using var message = Message(request.Method, request.Address);
        if (request.IfMatch is { } etag)
            message.Request.Headers.SetValue("If-Match", etag.ToString("H"));
        if (request.Body is { } body)
        {
            message.Request.Headers.SetValue("Content-Type", "application/json");
            message.Request.Headers.SetValue("Prefer", "return-no-content");
            message.Request.Content = RequestContent.Create(body);
        }

        return await SendAsync(message, also, ct);
    }

    /// <summary>Sends a transaction; its answer of 202 may tell of a failure.</summary>
    /// <param name="requests">Its actions.</param>
    /// <param name="ct">Ends it; what was sent may then have been done.</param>
    public async Task<Response> SendAsync(IReadOnlyList<EntityRequest> requests, CancellationToken ct)
    {
        using var message = Message(RequestMethod.Post, EntityAddress.Batch);
        var (body, type) = TransactionBody.Of(Endpoint, requests);
        message.Request.Headers.SetValue("Content-Type", type);
        message.Request.Content = RequestContent.Create(body);
        return await SendAsync(message, 0, ct);
    }

    private async Task<Response> SendAsync(HttpMessage message, int also, CancellationToken ct)
    {
        await pipeline.SendAsync(message, ct);
        var response = message.Response;
        return !response.IsError || response.Status == also ? response : throw TableFailure.Of(response);
    }

    private HttpMessage Message(RequestMethod method, string address)
    {
        var message = pipeline.CreateMessage();
        message.Request.Method = method;
        message.Request.Uri.Reset(new Uri(Endpoint.AbsoluteUri + address));
        var headers = message.Request.Headers;
        headers.SetValue("x-ms-version", TableClientOptions.Version);
        headers.SetValue("DataServiceVersion", DataServiceVersion);
        headers.SetValue("MaxDataServiceVersion", DataServiceVersion + ";NetFx");
        headers.SetValue("Accept", EntityJson.MediaType);
        return message;
    }
}
