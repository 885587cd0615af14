using System.Security.Cryptography;
using CrmMigration.Http.Books;
using CrmMigration.Http.Input;
using CrmMigration.Http.Problems;
using CrmMigration.Http.Shapes;
using CrmMigration.Plan;
using CrmMigration.Runs;
using CrmMigration.Sync;
using CrmMigration.Withdraw;

namespace CrmMigration.Http.Handlers;

/// <summary>Starts a run of a plan. The database decides whether one is at work; the same idempotency key gives the first answer again.</summary>
internal sealed class StartMigration(HttpSurroundings surroundings) : IDisposable
{
    // Two starts at once in one process would see each other half done; those of other processes meet at the lease.
    private readonly SemaphoreSlim oneAtATime = new(1, 1);

    public async Task<HttpAnswer> Answer(RoutedCall call)
    {
        var order = await StartOrder.Read(call.Call);
        var plan = await Plan(order.Plan, call.Cancellation);
        return Started(await Start(call, plan, order.Options), order);
    }

    public void Dispose() => oneAtATime.Dispose();

    private static HttpAnswer Started(string run, StartOrder order) =>
        HttpAnswer.Json(202, new(run, order.Plan, order.Mode), Written.As.StartedMigration).With("Location", Address.Of(run));

    private async Task<MigrationPlan> Plan(string name, CancellationToken cancellation)
    {
        var names = await surroundings.Plans.Names(cancellation);
        return names.Contains(name) ? await surroundings.Plans.Read(name, cancellation) : throw new RefusedException(Problem.UnknownPlan(name, names));
    }

    private async Task<string> Start(RoutedCall call, MigrationPlan plan, RunOptions options)
    {
        var (key, cancellation) = (options.IdempotencyKey, call.Cancellation);
        await oneAtATime.WaitAsync(cancellation);
        try
        {
            if (key is null)
            {
                return await StartNew(call, plan, options);
            }

            return await Known(plan, key, cancellation) ?? await StartNew(call, plan, options);
        }
        catch (UnusableRehearsalException unusable)
        {
            throw new RefusedException(Problem.UnusableRehearsal(unusable));
        }
        catch (NothingToSyncException nothing)
        {
            throw new RefusedException(Problem.NothingToSync(nothing.Message));
        }
        catch (HalfWithdrawnException half)
        {
            throw new RefusedException(Problem.HalfWithdrawn(half));
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

    private async Task<string> StartNew(RoutedCall call, MigrationPlan plan, RunOptions options)
    {
        var run = RunId.New(plan.Name, surroundings.Clock.GetUtcNow(), BitConverter.ToUInt32(RandomNumberGenerator.GetBytes(4)));
        await call.Host.Start(plan, options with { RunId = run }, call.Cancellation);
        return run;
    }
}
