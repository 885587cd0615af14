using Azure;
using Azure.Identity;

namespace CrmMigration.Azure;

/// <summary>Tells faults of Azure's clients, which all have words for people, from bugs and from a stop on request.</summary>
internal static class AzureFault
{
    public static bool IsAzureFault(this Exception fault, CancellationToken cancellation) =>
        !cancellation.IsCancellationRequested && fault.Cause() is RequestFailedException or AuthenticationFailedException or OperationCanceledException;

    /// <summary>The last of the faults, where a client tried several times; a client's time-out comes as a cancelled operation.</summary>
    public static Exception Cause(this Exception fault) => fault is AggregateException { InnerExceptions: [.., var last] } ? last : fault;
}
