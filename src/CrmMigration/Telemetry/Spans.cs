using System.Diagnostics;
using System.Runtime.CompilerServices;
using CrmMigration.Flow;
using CrmMigration.Runs;
using Npgsql;

namespace CrmMigration.Telemetry;

/// <summary>
/// The spans of a run: run, entity, partition, and each try of a step. A try is a span while it is at work. What holds tries may begin on
/// one machine and end on another, so it is told as a whole when it ends, under the identity that its children know already.
/// </summary>
internal static class Spans
{
    private static readonly ActivitySource Source = new(TelemetryNames.Source);

    /// <summary>Whether anybody listens; if not, nothing needs to be found out for a span.</summary>
    public static bool AreWanted => Source.HasListeners();

    /// <summary>Begins a try of a step; null when nobody listens. A call that led here, such as a host's invocation, is linked.</summary>
    public static Activity? BeginStep(string step, StepPlace place)
    {
        if (!AreWanted)
        {
            return null;
        }

        ActivityLink[] links = Activity.Current is { } caller ? [new(caller.Context)] : [];
        return Source.StartActivity(step, ActivityKind.Internal, SpanId.Above(place, step), Tags(place), links);
    }

    public static void End<T>(this Activity span, StepAnswer<T> answer)
    {
        span.SetTag("outcome", Name(answer.Outcome));
        if (answer.Value is StepCounts counts)
        {
            span.SetTag("rows", counts.Rows);
        }

        if (IsFault(answer.Outcome))
        {
            span.SetStatus(ActivityStatusCode.Error, answer.Reason);
        }
    }

    /// <summary>Enters the code of a server's refusal into the try at work.</summary>
    public static void Refused(Exception fault)
    {
        if (fault is PostgresException refused)
        {
            Activity.Current?.SetTag("sqlstate", refused.SqlState);
        }
    }

    public static void Partition(StepPlace place, string step, DateTimeOffset began, StepOutcome? outcome) => Tell(
        new("partition", began, SpanId.Partition(place, step), SpanId.Entity(place.Run, place.Entity!).SpanId),
        [.. Tags(place), new("step", step), new("outcome", Name(outcome))],
        outcome is null || IsFault(outcome.Value));

    public static void Entity(RunRef run, string entity, DateTimeOffset began, string outcome) => Tell(
        new("entity", began, SpanId.Entity(run, entity), SpanId.Run(run).SpanId),
        [.. Tags(new(run, entity, null)), new("outcome", outcome)],
        outcome is not "reconciled");

    public static void Run(RunRef run, string plan, DateTimeOffset began, string outcome) => Tell(
        new("run", began, SpanId.Run(run), default),
        [.. Tags(new(run, null, null)), new("plan", plan), new("outcome", outcome)],
        outcome is "failed" or "not-reconciled");

    private static void Tell(Whole whole, KeyValuePair<string, object?>[] tags, bool isFault)
    {
        // A root has no parent only where no other span is current.
        var current = Activity.Current;
        Activity.Current = null;
        var parent = whole.Parent == default ? default : new ActivityContext(whole.Identity.TraceId, whole.Parent, ActivityTraceFlags.Recorded);
        using (var span = Source.StartActivity(whole.Name, ActivityKind.Internal, parent, tags, startTime: whole.Began))
        {
            if (span is not null)
            {
                TraceIdOf(span) = whole.Identity.TraceId.ToHexString();
                SpanIdOf(span) = whole.Identity.SpanId.ToHexString();
                span.SetStatus(isFault ? ActivityStatusCode.Error : ActivityStatusCode.Unset);
            }
        }

        Activity.Current = current;
    }

    private static KeyValuePair<string, object?>[] Tags(StepPlace place) => place switch
    {
        { Partition: { } partition } => [new("run", place.Run.RunId), new("entity", place.Entity), new("partition", partition)],
        { Entity: { } entity } => [new("run", place.Run.RunId), new("entity", entity)],
        _ => [new("run", place.Run.RunId)],
    };

    private static bool IsFault(StepOutcome outcome) => outcome is StepOutcome.MayPass or StepOutcome.Failed or StepOutcome.LeaseLost;

    private static string Name(StepOutcome? outcome) => outcome switch
    {
        null => "stopped",
        StepOutcome.MayPass => "may-pass",
        StepOutcome.LeaseLost => "lease-lost",
        { } other => other.ToString().ToLowerInvariant(),
    };

    // .NET gives every new activity an identity of chance and no way to choose it; the Durable Task framework sets these fields too.
    [UnsafeAccessor(UnsafeAccessorKind.Field, Name = "_traceId")]
    private static extern ref string? TraceIdOf(Activity span);

    [UnsafeAccessor(UnsafeAccessorKind.Field, Name = "_spanId")]
    private static extern ref string? SpanIdOf(Activity span);

    private sealed record Whole(string Name, DateTimeOffset Began, ActivityContext Identity, ActivitySpanId Parent);
}
