namespace CrmMigration.Cli;

/// <summary>What the program tells the script that called it.</summary>
internal static class ExitCode
{
    /// <summary>Reconciled; for commands that only show something: shown.</summary>
    public const int Done = 0;

    /// <summary>The run failed or does not reconcile.</summary>
    public const int Failed = 1;

    /// <summary>A mistake in the plan, the arguments or the connection settings; nothing was written.</summary>
    public const int Mistake = 2;

    /// <summary>Stopped on request; the run can be resumed.</summary>
    public const int Stopped = 3;
}
