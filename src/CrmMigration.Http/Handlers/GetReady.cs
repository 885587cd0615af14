using CrmMigration.Http.Books;
using CrmMigration.Http.Shapes;

namespace CrmMigration.Http.Handlers;

/// <summary>Says whether every plan can be read and every database it names answers.</summary>
internal sealed class GetReady(HttpSurroundings surroundings)
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(5);

    public async Task<HttpAnswer> Answer(RoutedCall call)
    {
        var targets = await Targets.Of(surroundings.Plans, call.Cancellation);
        var names = targets.Plans.SelectMany(plan => plan.Sources.Values.Append(plan.TargetConnection)).Distinct().Order(StringComparer.Ordinal);
        var states = await Task.WhenAll(names.Select(name => surroundings.Engine.StateOf(name, Patience, call.Cancellation)));
        var plans = targets.Readable.Select(name => new PlanReadiness(name, true)).Concat(targets.Unreadable.Select(name => new PlanReadiness(name, false)));
        var ready = targets.Unreadable.Count == 0 && states.All(state => state is { Reachable: true, SchemaFits: true });
        var readiness = new Readiness(
            ready ? "ready" : "not-ready",
            [.. plans.OrderBy(plan => plan.Plan, StringComparer.Ordinal)],
            [.. states.Select(state => new ConnectionReadiness(state.Connection, state.Reachable, state.SchemaVersion, state.SchemaFits))]);
        return HttpAnswer.Json(ready ? 200 : 503, readiness, Written.As.Readiness);
    }
}
