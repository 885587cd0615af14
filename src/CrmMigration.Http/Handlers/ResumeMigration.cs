using CrmMigration.Http.Books;
using CrmMigration.Http.Input;
using CrmMigration.Http.Problems;
using CrmMigration.Plan;

namespace CrmMigration.Http.Handlers;

/// <summary>Carries on a run with the plan it was started with.</summary>
internal sealed class ResumeMigration(HttpSurroundings surroundings)
{
    private const string Resumed = "resumed";

    public async Task<HttpAnswer> Answer(RoutedCall call)
    {
        await JsonBody.Read(call.Call);
        var found = await new RunSearch(surroundings).Find(call.Run, call.Cancellation);
        if (!RunStates.MayBeResumed(found.Status.State))
        {
            throw new RefusedException(Problem.WrongState(found.Status, Resumed));
        }

        var plan = await surroundings.Engine.PlanOf(found.Connection, call.Run, call.Cancellation) ?? throw new RefusedException(Problem.NoSuchRun(call.Run));
        await Resume(call, found, plan);
        return RunAsked.Taken(call.Run, "resume", RunStates.Running, []);
    }

    private async Task Resume(RoutedCall call, FoundRun found, MigrationPlan plan)
    {
        try
        {
            await call.Host.Resume(found.Status.RunId, plan, call.Cancellation);
        }
        catch (InvalidSettingException)
        {
            // Given up for a later run, or something of the host's is wrong: only the first is the caller's business.
            var problem = await Refusals.Of(surroundings.Engine, plan, call.Cancellation)
                ?? (found.Status.Failure is not null ? Problem.WrongState(found.Status, Resumed) : null);
            if (problem is null)
            {
                throw;
            }

            throw new RefusedException(problem);
        }
    }
}
