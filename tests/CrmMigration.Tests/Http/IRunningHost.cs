namespace CrmMigration.Tests.Http;

/// <summary>A host of the HTTP interface that listens, for the contract that all hosts keep.</summary>
internal interface IRunningHost : IAsyncDisposable
{
    /// <summary>Where <c>/api</c> stands, with a slash at its end.</summary>
    Uri Api { get; }

    /// <summary>The key that opens it.</summary>
    string Key { get; }
}
