using Azure.Core;

namespace Baton.Tables.Azure.Client;

/// <summary>How the client behaves: retries, transport and diagnostics are those of every Azure client (<see cref="ClientOptions"/>).</summary>
/// <remarks>Nothing of a row's address may reach a log or a trace, as keys hold e-mail addresses: both are off unless they are switched on.</remarks>
public sealed class TableClientOptions : ClientOptions
{
    /// <summary>
    /// The version of the service that every request asks for: the first that takes tokens of Microsoft Entra
    /// (https://learn.microsoft.com/rest/api/storageservices/authorize-with-azure-active-directory).
    /// </summary>
    public const string Version = "2020-12-06";

    /// <summary>Options with diagnostics that hold no personal data.</summary>
    public TableClientOptions()
    {
        Diagnostics.IsLoggingEnabled = false;
        Diagnostics.IsDistributedTracingEnabled = false;
        Diagnostics.IsLoggingContentEnabled = false;
        Diagnostics.ApplicationId = "baton";
    }

    /// <summary>What requests are dated by; the service refuses a date that is more than 15 minutes off.</summary>
    public TimeProvider Time { get; set; } = TimeProvider.System;
}
