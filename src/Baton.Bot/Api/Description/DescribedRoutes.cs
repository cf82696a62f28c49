using System.Globalization;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;

namespace Baton.Bot.Api;

/// <summary>Puts descriptions into the OpenAPI document. Bodies are read by hand, so that nothing of them can be found by reflection.</summary>
internal static class DescribedRoutes
{
    /// <summary>Describes a route.</summary>
    internal static TBuilder Describe<TBuilder>(this TBuilder route, RouteDescription description)
        where TBuilder : IEndpointConventionBuilder
    {
        route.WithName(description.Name).WithSummary(description.Summary).WithDescription(description.Text);
        return route.AddOpenApiOperationTransformer((operation, _, _) =>
        {
            Write(operation, description);
            return Task.CompletedTask;
        });
    }

    /// <summary>Names the document, and the keys that it asks for.</summary>
    internal static void DescribeKeys(OpenApiOptions options) => options.AddDocumentTransformer((document, _, _) =>
    {
        document.Info.Title = "Baton";
        document.Info.Description = $"Hands qualified leads from marketing to sales. {ApiRoutes.Root} asks for a key as {ApiKeyFilter.Header} or as Authorization: Bearer.";
        document.Components ??= new OpenApiComponents();
        document.Components.SecuritySchemes = new Dictionary<string, IOpenApiSecurityScheme>
        {
            ["key"] = new OpenApiSecurityScheme { Type = SecuritySchemeType.ApiKey, In = ParameterLocation.Header, Name = ApiKeyFilter.Header },
            ["bearer"] = new OpenApiSecurityScheme { Type = SecuritySchemeType.Http, Scheme = "bearer" },
        };
        return Task.CompletedTask;
    });

    private static void Write(OpenApiOperation operation, RouteDescription description)
    {
        if (description.Takes is { } takes)
        {
            operation.RequestBody = new OpenApiRequestBody { Required = true, Content = takes.ContentTypes.ToDictionary(t => t, t => Content(takes.Example)) };
        }

        operation.Parameters = [.. operation.Parameters?.Where(p => p.In == ParameterLocation.Path) ?? [], .. description.Parameters.Select(Parameter)];
        operation.Responses = [];
        foreach (var (status, answer) in description.Answers)
        {
            operation.Responses[status.ToString(CultureInfo.InvariantCulture)] = Response(status, answer);
        }
    }

    private static OpenApiParameter Parameter(ParameterDescription parameter) => new()
    {
        Name = parameter.Name,
        In = parameter.InHeader ? ParameterLocation.Header : ParameterLocation.Query,
        Description = parameter.Meaning,
        Schema = new OpenApiSchema { Type = JsonSchemaType.String },
    };

    private static OpenApiResponse Response(int status, AnswerDescription answer) => new()
    {
        Description = answer.When,
        Content = status >= 400
            ? new Dictionary<string, OpenApiMediaType> { [Problem.ContentType] = new() { Schema = ProblemSchema, Example = Json(answer.Example) } }
            : new Dictionary<string, OpenApiMediaType> { ["application/json"] = Content(answer.Example) },
    };

    private static OpenApiMediaType Content(string? example) => new()
    {
        Schema = example is null ? new OpenApiSchema { Type = JsonSchemaType.String, Format = "binary" } : SchemaOf(JsonNode.Parse(example)),
        Example = Json(example),
    };

    private static JsonNode? Json(string? text) => text is null ? null : JsonNode.Parse(text);

    private static OpenApiSchema ProblemSchema => SchemaOf(JsonNode.Parse(RouteDescriptions.AnyProblem));

    // The examples are whole, so that the shapes can be taken from them: one fact, one place.
    private static OpenApiSchema SchemaOf(JsonNode? example) => example switch
    {
        JsonObject members => new OpenApiSchema { Type = JsonSchemaType.Object, Properties = members.ToDictionary(m => m.Key, m => (IOpenApiSchema)SchemaOf(m.Value)) },
        JsonArray items => new OpenApiSchema { Type = JsonSchemaType.Array, Items = SchemaOf(items.FirstOrDefault()) },
        JsonValue value => new OpenApiSchema
        {
            Type = value.GetValueKind() switch
            {
                System.Text.Json.JsonValueKind.Number => JsonSchemaType.Number,
                System.Text.Json.JsonValueKind.True or System.Text.Json.JsonValueKind.False => JsonSchemaType.Boolean,
                _ => JsonSchemaType.String,
            },
        },
        _ => new OpenApiSchema(),
    };
}
