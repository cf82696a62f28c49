namespace Baton.Tables.Azure.Client;

/// <summary>Codes that the service answers with (https://learn.microsoft.com/rest/api/storageservices/table-service-error-codes).</summary>
public static class TableErrorCode
{
    /// <summary>409: the table is there already.</summary>
    public const string TableAlreadyExists = "TableAlreadyExists";

    /// <summary>409: the table was deleted a moment ago and is still being cleared away.</summary>
    public const string TableBeingDeleted = "TableBeingDeleted";

    /// <summary>404: there is no such table.</summary>
    public const string TableNotFound = "TableNotFound";

    /// <summary>409: the entity to insert is there already.</summary>
    public const string EntityAlreadyExists = "EntityAlreadyExists";

    /// <summary>404: there is no such entity.</summary>
    public const string ResourceNotFound = "ResourceNotFound";

    /// <summary>404: there is no such entity, in other words.</summary>
    public const string EntityNotFound = "EntityNotFound";

    /// <summary>412: the entity has another ETag.</summary>
    public const string UpdateConditionNotSatisfied = "UpdateConditionNotSatisfied";

    /// <summary>412: the same, in the words of the common codes.</summary>
    public const string ConditionNotMet = "ConditionNotMet";

    /// <summary>503: too many requests; this one was not taken.</summary>
    public const string ServerBusy = "ServerBusy";

    /// <summary>429: the same, of Cosmos DB.</summary>
    public const string TooManyRequests = "TooManyRequests";

    /// <summary>500: it took too long; it may or may not have been done.</summary>
    public const string OperationTimedOut = "OperationTimedOut";

    /// <summary>403: the signature is wrong, or too old because a clock is.</summary>
    public const string AuthenticationFailed = "AuthenticationFailed";

    /// <summary>403: who asks may not do this.</summary>
    public const string AuthorizationFailure = "AuthorizationFailure";

    /// <summary>403: who asks has no role that allows this.</summary>
    public const string AuthorizationPermissionMismatch = "AuthorizationPermissionMismatch";
}
