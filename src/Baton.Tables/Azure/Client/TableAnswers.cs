using Azure.Core;

namespace Baton.Tables.Azure.Client;

/// <summary>Which answers are ordinary: those that a caller acts upon are no errors to diagnostics.</summary>
internal static class TableAnswers
{
    /// <summary>2xx is fine; the rest is told by <see cref="TableFailure"/>. What may be sent again is as everywhere in Azure.</summary>
    public static ResponseClassifier Classifier { get; } = ResponseClassifier200To299.Instance;

    private sealed class ResponseClassifier200To299 : ResponseClassifier
    {
        public static readonly ResponseClassifier200To299 Instance = new();

        public override bool IsErrorResponse(HttpMessage message) => message.Response.Status is < 200 or > 299;
    }
}
