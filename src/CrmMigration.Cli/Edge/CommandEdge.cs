using System.Diagnostics.CodeAnalysis;
using CrmMigration.Cli.Runner;
using CrmMigration.Cli.Terminal;
using CrmMigration.Flow;
using CrmMigration.Plan;

namespace CrmMigration.Cli.Edge;

/// <summary>The only place where the program catches: every exception becomes words on stderr and an exit code.</summary>
internal sealed class CommandEdge(Surroundings surroundings, CancellationToken stop)
{
    /// <summary>Runs a command.</summary>
    /// <param name="runId">The run at work, so that its user is told how to carry on; null when there is none.</param>
    /// <param name="carriesOn">The command that does.</param>
    [SuppressMessage("Design", "CA1031", Justification = "The edge of the program: what it does not know is a bug, told as one.")]
    public async Task<int> Guard(Func<Task<int>> work, string? runId = null, string carriesOn = "resume")
    {
        try
        {
            return await work();
        }
        catch (InvalidPlanException invalid)
        {
            MistakesText.Write(surroundings.Error, invalid.Mistakes);
            return ExitCode.Mistake;
        }
        catch (InvalidSettingException invalid)
        {
            return Say(ExitCode.Mistake, invalid.Message);
        }
        catch (RunAskedToStopException asked)
        {
            return Say(ExitCode.Stopped, $"{asked.Message}{(asked.Outcome == StepOutcome.Paused ? CarryOn(runId, carriesOn) : $" See: crm-migrate status {runId}")}");
        }
        catch (OperationCanceledException) when (stop.IsCancellationRequested)
        {
            return Say(ExitCode.Stopped, $"Stopped on request; nothing half-written.{CarryOn(runId, carriesOn)}");
        }
        catch (Exception fault)
        {
            return Say(ExitCode.Failed, $"{FaultWords.Describe(fault)}{CarryOn(runId, carriesOn)}");
        }
    }

    private static string CarryOn(string? runId, string command) => runId is null ? "" : $" Carry on with: crm-migrate {command} {runId}";

    private int Say(int code, string message)
    {
        surroundings.Say(message);
        return code;
    }
}
