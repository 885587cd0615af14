using System.Diagnostics;
using System.Security.Cryptography;
using System.Text;
using CrmMigration.Runs;

namespace CrmMigration.Telemetry;

/// <summary>
/// Identities of the spans that hold others, made from what they stand for: any process that works for a run knows them without asking,
/// so spans of many machines make one tree. A run is one trace however often it is resumed; each holding of its lease is a root in it.
/// </summary>
internal static class SpanId
{
    public static ActivityContext Run(RunRef run) => In(run, "run");

    public static ActivityContext Entity(RunRef run, string entity) => In(run, "entity", entity);

    /// <summary>Of a partition's way through one step, which holds every try of that step.</summary>
    public static ActivityContext Partition(StepPlace place, string step) => In(place.Run, "partition", place.Entity!, step, $"{place.Partition}");

    /// <summary>Of what holds a try of a step.</summary>
    public static ActivityContext Above(StepPlace place, string step) => place switch
    {
        { Partition: not null } => Partition(place, step),
        { Entity: { } entity } => Entity(place.Run, entity),
        _ => Run(place.Run),
    };

    private static ActivityContext In(RunRef run, params ReadOnlySpan<string> path) => new(
        ActivityTraceId.CreateFromBytes(Hash(run.RunId)[..16]),
        ActivitySpanId.CreateFromBytes(Hash($"{run.RunId}\0{run.Fence}\0{string.Join('\0', path)}")[..8]),
        ActivityTraceFlags.Recorded);

    private static ReadOnlySpan<byte> Hash(string text) => SHA256.HashData(Encoding.UTF8.GetBytes(text));
}
