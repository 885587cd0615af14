using CrmMigration.Runs;
using Dapper;

namespace CrmMigration.Cutover;

/// <summary>Makes the go/no-go list, after the last pass and the deep verification. Done twice, it makes it anew.</summary>
internal sealed class CheckCutover(RunContext context)
{
    public async Task<StepCounts> Run(RunRef run, CancellationToken cancellation)
    {
        var entities = new Dictionary<string, EntityRow>();
        foreach (var entity in context.Plan.Entities)
        {
            entities[entity.Plan.Name] = await context.Row(entity.Plan.Name);
        }

        await using var target = await context.Target.OpenConnectionAsync(cancellation);
        await using var transaction = await target.BeginTransactionAsync(cancellation);
        await RunContext.HoldLease(target, run);
        List<CutoverCheck> checks =
        [
            .. await new SourceChecks(context, target).Run(run, cancellation),
            .. await new ContentChecks(context, target, entities).Run(),
            .. await new UndecidedRows(context, target, entities).Run(),
            .. await new TargetChecks(context, target).Run(),
        ];
        checks.AddRange(await new SlotChecks(context).Run(checks.TrueForAll(check => check.IsGo), cancellation));
        await target.ExecuteAsync(
            SqlText.Of("Cutover/PutChecks.sql"),
            new
            {
                run.RunId,
                names = checks.ConvertAll(check => check.Name),
                outcomes = checks.ConvertAll(check => check.Outcome),
                findings = checks.ConvertAll(check => check.Finding),
                advices = checks.ConvertAll(check => check.Advice),
            });
        await transaction.CommitAsync(cancellation);
        return new(checks.Count(check => !check.IsGo));
    }
}
