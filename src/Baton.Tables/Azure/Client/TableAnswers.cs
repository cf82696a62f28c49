using Azure.Core;

namespace Baton.Tables.Azure.Client;

/// <summary>Which answers are errors: all but 2xx; what they mean is told by <see cref="TableFailure"/>. What may be sent again is as everywhere in Azure.</summary>
internal sealed class TableAnswers : ResponseClassifier
{
    /// <inheritdoc/>
    public override bool IsErrorResponse(HttpMessage message) => message.Response.Status is < 200 or > 299;
}
