using System.Globalization;
using System.Net.Http;
using Azure;
using Azure.Identity;
using Baton.Tables.Azure.Client;

namespace Baton.Tables.Azure;

/// <summary>What a failure of the client means, and what an operator can do about it. Says nothing of keys, signatures and rows.</summary>
/// <param name="connection">The account.</param>
internal sealed class AzureFault(AzureTableConnection connection)
{
    private const string Open = " What was being stored may or may not be there: look before doing it again.";

    /// <summary>Whether it is a failure of the service or of the way to it, and none of ours.</summary>
    public static bool IsOne(Exception failure) =>
        failure is RequestFailedException or AuthenticationFailedException or OperationCanceledException or IOException or HttpRequestException
        || (failure is AggregateException several && several.InnerExceptions.All(IsOne));

    /// <summary>Whether a write that failed so may have taken effect all the same.</summary>
    public static bool LeavesOpen(Exception failure) => Last(failure) switch
    {
        AuthenticationFailedException => false,
        RequestFailedException { Status: 0 } unanswered => !TableRetryPolicy.WasNotTaken(null, unanswered),
        RequestFailedException { Status: 503, ErrorCode: TableErrorCode.ServerBusy } => false,
        RequestFailedException answered => answered.Status is 408 or >= 500 or (>= 200 and <= 299),
        HttpRequestException unanswered => !TableRetryPolicy.WasNotTaken(null, unanswered),
        var other => IsOne(other),
    };

    /// <summary>The failure of a read, or of a write that surely did not take effect, as callers of the store get it; a table that nobody created is an <see cref="InvalidOperationException"/>.</summary>
    /// <param name="failure">One of those that <see cref="IsOne"/> knows.</param>
    /// <param name="table">The table's name.</param>
    public Exception Of(Exception failure, string table)
    {
        var last = Last(failure);
        if (last is RequestFailedException { ErrorCode: TableErrorCode.TableNotFound })
            return new InvalidOperationException($"Table '{table}' does not exist; create it first.", failure);
        var (reason, what, remedy) = Tell(last);
        return new TableUnavailableException(reason, $"{connection.Service} at {connection.Endpoint} cannot be used ({reason}): {what}.", remedy, failure);
    }

    /// <summary>The failure of a write that may have taken effect before.</summary>
    /// <param name="failure">What came last.</param>
    /// <param name="table">The table's name.</param>
    public Exception OfOpen(Exception failure, string table) => new TableUnavailableException(
        TableUnavailable.IoError,
        $"{connection.Service} at {connection.Endpoint} did not say what became of a write to '{table}' ({Short(Last(failure))}).{Open}",
        "If it goes on, look at the account's health and at the network.",
        failure);

    private static Exception Last(Exception failure) => failure is AggregateException several ? Last(several.InnerExceptions[^1]) : failure;

    private static string Short(Exception failure) => failure is RequestFailedException { Status: > 0 } answered
        ? string.Create(CultureInfo.InvariantCulture, $"status {answered.Status}, code {answered.ErrorCode ?? "none"}")
        : failure.GetType().Name;

    private (TableUnavailable Reason, string What, string Remedy) Tell(Exception failure) => failure switch
    {
        AuthenticationFailedException =>
            (TableUnavailable.Refused, "no token could be got for it", "Check the managed identity or the AZURE_ variables, or sign in with the Azure CLI; `baton doctor` tries again."),
        RequestFailedException { Status: 429 or 503 } busy =>
            (TableUnavailable.Throttled, $"it takes no more requests for now ({Short(busy)})", "Wait; if it goes on, look at the account's throttling metric and spread the load over more shards or accounts."),
        RequestFailedException { Status: 401 or 403 } refused => (TableUnavailable.Refused, $"it refused this process ({Short(refused)})", OfRefusal(refused)),
        RequestFailedException { ErrorCode: TableErrorCode.TableBeingDeleted } =>
            (TableUnavailable.Locked, "a table of this name is still being deleted", "Wait a minute and start again."),
        RequestFailedException { Status: > 0 } answered => (TableUnavailable.IoError, $"it answered with {Short(answered)}", "If it goes on, look at the account's health."),
        _ when TableRetryPolicy.WasNotTaken(null, failure) =>
            (TableUnavailable.Unreachable, $"no connection to {connection.Endpoint.Host} ({Transport(failure)})", "Check the account's name, DNS, firewall, private endpoint and proxy."),
        _ => (TableUnavailable.IoError, "the connection broke or the answer did not come in time", "Check the network; if it goes on, look at the account's health."),
    };

    private string OfRefusal(RequestFailedException refused) => refused.ErrorCode switch
    {
        TableErrorCode.AuthenticationFailed =>
            "Check the key or signature, and that this machine's clock is right to within 15 minutes: a wrong clock makes every signature wrong.",
        TableErrorCode.AuthorizationPermissionMismatch =>
            "Give the identity the role Storage Table Data Contributor on the account; a new role takes some minutes to count.",
        _ => $"Check that {connection.Access} is allowed on the account, and its network rules.",
    };

    private static string Transport(Exception failure) => failure switch
    {
        HttpRequestException { HttpRequestError: var error } => error.ToString(),
        { InnerException: { } inner } => Transport(inner),
        _ => failure.GetType().Name,
    };
}
