using CrmMigration.Plan;
using CrmMigration.Reconcile.Report;
using CrmMigration.Runs;
using Dapper;

namespace CrmMigration.Rejects;

/// <summary>
/// Stops a run that rejects too much, after the partition that went beyond the limit. Asked again for a partition that was done before, it
/// answers the same, as a step may run twice. A rehearsal is to see everything, and does not stop.
/// </summary>
internal sealed class RejectThreshold(RunContext context)
{
    // Of fewer rows a share says nothing.
    private const long LeastRows = 100;

    /// <param name="entity">Whose partition was done.</param>
    /// <exception cref="TooManyRejectsException">A limit of the plan was reached.</exception>
    public async Task Check(string entity, CancellationToken cancellation)
    {
        var own = context.Entity(entity).Plan.StopAfter;
        if (context.IsRehearsal || (own ?? context.Plan.Plan.StopAfter) is not { } limit)
        {
            return;
        }

        await using var target = await context.Target.OpenConnectionAsync(cancellation);
        var place = new
        {
            context.RunId,
            entities = own is not null ? [entity] : context.Plan.Entities.Where(one => one.Plan.StopAfter is null).Select(one => one.Plan.Name).ToArray(),
        };
        var (read, rejected) = await target.QuerySingleAsync<(long, long)>(SqlText.Of("Rejects/CountForThreshold.sql"), place);
        if (Reached(limit, read, rejected) is { } reached)
        {
            var rule = await target.ExecuteScalarAsync<string>(SqlText.Of("Rejects/FindCommonestRule.sql"), place);
            throw new TooManyRejectsException(
                $"The run stopped as its plan says in {(own is null ? "" : $"entities.{entity}.")}stopAfter.{reached}: {Figures.Count(rejected)} of {Figures.Counted(read, "row")} read were rejected, "
                    + $"most by the rule {rule}. See 'crm-migrate rejects {context.RunId}'. Mend the source or the plan and start a new run, or resume this one, which counts anew.");
        }
    }

    private static string? Reached(StopAfter limit, long read, long rejected) => limit switch
    {
        { Rejects: { } rows } when rejected >= rows => $"rejects ({Figures.Count(rows)})",
        { Percent: { } percent } when read >= LeastRows && rejected * 100m > read * percent => FormattableString.Invariant($"percent ({percent})"),
        _ => null,
    };
}
