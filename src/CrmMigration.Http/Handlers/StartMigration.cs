using System.Security.Cryptography;
using CrmMigration.Http.Books;
using CrmMigration.Http.Input;
using CrmMigration.Http.Problems;
using CrmMigration.Http.Shapes;
using CrmMigration.Plan;
using CrmMigration.Runs;

namespace CrmMigration.Http.Handlers;

/// <summary>Starts a run of a plan. The database decides whether one is at work; the same idempotency key gives the first answer again.</summary>
internal sealed class StartMigration(HttpSurroundings surroundings) : IDisposable
{
    // Two starts at once in one process would see each other half done; those of other processes meet at the lease.
    private readonly SemaphoreSlim oneAtATime = new(1, 1);

    public async Task<HttpAnswer> Answer(RoutedCall call)
    {
        var body = await JsonBody.Read(call.Call, "plan", "mode");
        var (name, mode) = (body.Text("plan"), body.Text("mode"));
        var key = IdempotencyKey.Of(call.Call);
        if (mode is not ("full" or "incremental"))
        {
            throw new RefusedException(Problem.WrongField("mode", $"is '{Problem.Shortened(mode)}'", "full or incremental"));
        }

        var plan = await Plan(name, call.Cancellation);
        return mode == "full" ? Started(await Start(call, plan, key), name) : throw new RefusedException(Problem.NoSyncYet());
    }

    public void Dispose() => oneAtATime.Dispose();

    private static HttpAnswer Started(string run, string plan) =>
        HttpAnswer.Json(202, new(run, plan, StartMode.Full), Written.As.StartedMigration).With("Location", Address.Of(run));

    private async Task<MigrationPlan> Plan(string name, CancellationToken cancellation)
    {
        var names = await surroundings.Plans.Names(cancellation);
        return names.Contains(name) ? await surroundings.Plans.Read(name, cancellation) : throw new RefusedException(Problem.UnknownPlan(name, names));
    }

    private async Task<string> Start(RoutedCall call, MigrationPlan plan, string? key)
    {
        var cancellation = call.Cancellation;
        await oneAtATime.WaitAsync(cancellation);
        try
        {
            if (key is null)
            {
                return await StartNew(call, plan, key);
            }

            return await Known(plan, key, cancellation) ?? await StartNew(call, plan, key);
        }
        catch (InvalidSettingException)
        {
            // Another machine may have taken the same request.
            if (await Refusals.Of(surroundings.Engine, plan, cancellation) is not { } problem)
            {
                throw;
            }

            return key is not null && problem.Status == 409 && await Known(plan, key, cancellation) is { } first ? first : throw new RefusedException(problem);
        }
        finally
        {
            oneAtATime.Release();
        }
    }

    private Task<string?> Known(MigrationPlan plan, string key, CancellationToken cancellation) =>
        surroundings.Engine.RunOfKey(plan.TargetConnection, plan.Name, key, cancellation);

    private async Task<string> StartNew(RoutedCall call, MigrationPlan plan, string? key)
    {
        var run = RunId.New(plan.Name, surroundings.Clock.GetUtcNow(), BitConverter.ToUInt32(RandomNumberGenerator.GetBytes(4)));
        await call.Host.Start(plan, new() { RunId = run, IdempotencyKey = key }, call.Cancellation);
        return run;
    }
}
