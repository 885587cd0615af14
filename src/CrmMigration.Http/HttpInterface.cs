using System.Diagnostics.CodeAnalysis;
using CrmMigration.Http.Handlers;
using CrmMigration.Http.Problems;
using CrmMigration.Plan;
using CrmMigration.Runs;

namespace CrmMigration.Http;

/// <summary>The HTTP interface itself, the same in every host: finds the route, asks for the role, and gives every fault the shape of a problem.</summary>
public sealed class HttpInterface
{
    private readonly HttpSurroundings surroundings;
    private readonly Dictionary<Route, Func<RoutedCall, Task<HttpAnswer>>> handlers;

    public HttpInterface(HttpSurroundings surroundings)
    {
        this.surroundings = surroundings;
        handlers = new()
        {
            [Routes.StartMigration] = new StartMigration(surroundings).Answer,
            [Routes.ListMigrations] = new ListMigrations(surroundings).Answer,
            [Routes.GetMigration] = new GetMigration(surroundings).Answer,
            [Routes.PauseMigration] = new PauseMigration(surroundings).Answer,
            [Routes.ResumeMigration] = new ResumeMigration(surroundings).Answer,
            [Routes.CancelMigration] = new CancelMigration(surroundings).Answer,
            [Routes.WithdrawMigration] = new WithdrawMigration(surroundings).Answer,
            [Routes.GetReport] = new GetReport(surroundings).Answer,
            [Routes.ListRejects] = new ListRejects(surroundings).Answer,
            [Routes.GroupRejects] = new GroupRejects(surroundings).Answer,
            [Routes.FixRejects] = new FixRejects(surroundings).Answer,
            [Routes.ReplayRejects] = new ReplayRejects(surroundings).Answer,
            [Routes.GetHealth] = _ => Task.FromResult(GetHealth.Answer()),
            [Routes.GetReady] = new GetReady(surroundings).Answer,
            [Routes.GetOpenApi] = _ => Task.FromResult(GetOpenApi.Answer()),
        };
    }

    /// <summary>Answers a call; throws only when the caller is gone.</summary>
    /// <param name="host">Runs migrations; hosts that reach it anew with each call give it with the call.</param>
    [SuppressMessage("Design", "CA1031", Justification = "The edge of the interface: a fault is logged by the host and told by its trace id only.")]
    public async Task<HttpAnswer> Answer(HttpCall call, IRunHost host)
    {
        try
        {
            return Guarded(await Handle(call, host));
        }
        catch (RefusedException refused)
        {
            return Guarded(refused.Problem.ToAnswer());
        }
        catch (InvalidPlanException invalid)
        {
            return Guarded(Problem.InvalidPlan(invalid.Mistakes).ToAnswer());
        }
        catch (PlanAtWorkException)
        {
            return Guarded(Problem.RunIsStarting().ToAnswer());
        }
        catch (InvalidSettingException fault)
        {
            surroundings.LogFault(call.TraceId, fault);
            return Guarded(Problem.NotAvailable(call.TraceId).ToAnswer());
        }
        catch (Exception fault) when (!call.Cancellation.IsCancellationRequested)
        {
            surroundings.LogFault(call.TraceId, fault);
            return Guarded(Problem.Unexpected(call.TraceId).ToAnswer());
        }
    }

    private Task<HttpAnswer> Handle(HttpCall call, IRunHost host)
    {
        var known = Routes.All.Where(one => one.Matches(call.Path, out _)).ToList();
        var route = known.Find(one => one.Method == call.Method);
        if (!call.Caller.May(route?.Needs ?? Role.Read))
        {
            throw new RefusedException(call.Caller.IsKnown ? Problem.MissingRole(route?.Needs ?? Role.Read) : Problem.UnknownCaller());
        }

        return route is not null ? handlers[route](new(call, route, host))
            : throw new RefusedException(known.Count == 0 ? Problem.NoSuchPath() : Problem.WrongMethod(known.Select(one => one.Method)));
    }

    // Answers are about a moment and hold source keys: nobody between may keep them.
    private static HttpAnswer Guarded(HttpAnswer answer) => answer.With("Cache-Control", "no-store").With("X-Content-Type-Options", "nosniff");
}
