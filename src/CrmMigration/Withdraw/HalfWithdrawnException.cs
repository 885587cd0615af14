namespace CrmMigration.Withdraw;

/// <summary>The withdrawal of an earlier run of the plan has not come to its end, and goes before everything else.</summary>
public sealed class HalfWithdrawnException(string runId)
    : InvalidSettingException($"Run {runId} of the same plan is half withdrawn. Bring that to its end first: crm-migrate withdraw {runId}")
{
    /// <summary>The run that is half withdrawn.</summary>
    public string RunId => runId;
}
