using CrmMigration.Http.Books;
using CrmMigration.Http.Input;
using CrmMigration.Http.Problems;

namespace CrmMigration.Http.Handlers;

/// <summary>Undoes a run with the plan it was started with.</summary>
internal sealed class WithdrawMigration(HttpSurroundings surroundings)
{
    public async Task<HttpAnswer> Answer(RoutedCall call)
    {
        await JsonBody.Read(call.Call);
        var found = await new RunSearch(surroundings).Find(call.Run, call.Cancellation);
        if (await surroundings.Engine.WhyNotWithdrawn(found.Connection, call.Run, call.Cancellation) is { } refusal)
        {
            throw new RefusedException(Problem.NotWithdrawn(found.Status, refusal));
        }

        var plan = await surroundings.Engine.PlanOf(found.Connection, call.Run, call.Cancellation) ?? throw new RefusedException(Problem.NoSuchRun(call.Run));
        try
        {
            await call.Host.Withdraw(plan, new() { RunId = call.Run }, call.Cancellation);
        }
        catch (InvalidSettingException)
        {
            if (await Refusals.Of(surroundings.Engine, plan, call.Cancellation) is not { } problem)
            {
                throw;
            }

            throw new RefusedException(problem);
        }

        return RunAsked.Taken(call.Run, "withdraw", RunStates.Withdrawing, []);
    }
}
