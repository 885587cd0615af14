namespace CrmMigration.Runs;

/// <summary>The hold of one run on its plan, as long as it is not disposed.</summary>
internal interface ILease : IAsyncDisposable
{
    RunRef Run { get; }

    /// <summary>Cancelled when the lease could not be renewed or somebody else took it; the work must stop then.</summary>
    CancellationToken Lost { get; }
}
