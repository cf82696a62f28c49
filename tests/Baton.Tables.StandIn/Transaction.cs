using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;

namespace Baton.Tables.StandIn;

/// <summary>Applies a transaction whole or not at all. The answer is 202 either way; a failure has one part, whose message begins with the number of the action.</summary>
internal static class Transaction
{
    private const int MostActions = 100;
    private const int MostBytes = 4 * 1024 * 1024;

    public static TableAnswer Do(StoredTables tables, List<EntityOperation>? operations, int bytes)
    {
        if (operations is null)
            return TableAnswer.Error(400, "InvalidInput", "One of the request inputs is not valid.");
        if (bytes > MostBytes)
            return TableAnswer.Error(413, "RequestBodyTooLarge");
        if (Misfit(operations) is { } misfit)
            return Failed(misfit.Index, misfit.Answer);
        var undo = new Stack<Action>();
        var done = new List<TableAnswer>();
        foreach (var operation in operations)
        {
            var answer = tables.Do(operation, undo);
            if (answer.Status >= 300)
            {
                while (undo.TryPop(out var back))
                    back();
                return Failed(done.Count, answer);
            }

            done.Add(answer);
        }

        return Multipart(done);
    }

    private static (int Index, TableAnswer Answer)? Misfit(List<EntityOperation> operations)
    {
        if (operations.Count is 0 or > MostActions)
            return (0, TableAnswer.Error(400, "InvalidInput", "The batch request operation exceeds the maximum 100 changes per change set."));
        var stranger = operations.FindIndex(o => o.PartitionKey != operations[0].PartitionKey || o.Table != operations[0].Table);
        if (stranger >= 0)
            return (stranger, TableAnswer.Error(400, "CommandsInBatchActOnDifferentPartitions", "All commands in a batch must operate on same entity group."));
        var twice = operations.FindIndex(o => operations.Count(other => other.RowKey == o.RowKey) > 1);
        return twice >= 0 ? (twice, TableAnswer.Error(400, "InvalidDuplicateRow", "The batch request contains multiple changes with same row key.")) : null;
    }

    private static TableAnswer Failed(int index, TableAnswer answer)
    {
        var said = answer.Body.Length > 0 ? JsonNode.Parse(answer.Body) : null;
        var (code, message) = ((string?)said?["odata.error"]?["code"] ?? "", (string?)said?["odata.error"]?["message"]?["value"] ?? "");
        return Multipart([TableAnswer.Error(answer.Status, code, string.Create(CultureInfo.InvariantCulture, $"{index}:{message}"))]);
    }

    private static TableAnswer Multipart(List<TableAnswer> parts)
    {
        var body = new StringBuilder("--batchresponse_1\r\nContent-Type: multipart/mixed; boundary=changesetresponse_1\r\n\r\n");
        foreach (var part in parts)
        {
            body.Append("--changesetresponse_1\r\nContent-Type: application/http\r\nContent-Transfer-Encoding: binary\r\n\r\n");
            body.Append(CultureInfo.InvariantCulture, $"HTTP/1.1 {part.Status} Whatever\r\nX-Content-Type-Options: nosniff\r\nDataServiceVersion: 3.0;\r\n");
            foreach (var (name, value) in part.Headers)
                body.Append(CultureInfo.InvariantCulture, $"{name}: {value}\r\n");
            body.Append(CultureInfo.InvariantCulture, $"\r\n{part.Body}\r\n");
        }

        return new TableAnswer(202, "multipart/mixed; boundary=batchresponse_1", body.Append("--changesetresponse_1--\r\n--batchresponse_1--\r\n").ToString());
    }
}
