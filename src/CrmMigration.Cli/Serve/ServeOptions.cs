namespace CrmMigration.Cli.Serve;

/// <summary>Where the local host listens and which plans it offers.</summary>
/// <param name="Port">0: a free one.</param>
/// <param name="Plans">The folder of the plans.</param>
internal sealed record ServeOptions(int Port, string Plans)
{
    public const int DefaultPort = 7071;
}
