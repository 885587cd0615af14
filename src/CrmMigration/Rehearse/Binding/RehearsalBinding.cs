using CrmMigration.Plan;
using CrmMigration.Profile;
using CrmMigration.Runs;
using CrmMigration.Source;
using Dapper;
using Npgsql;

namespace CrmMigration.Rehearse.Binding;

/// <summary>Binds a run to a rehearsal: it begins only where plan, sources and target are still what was rehearsed.</summary>
internal sealed class RehearsalBinding(Databases databases, NpgsqlConnection target)
{
    /// <summary>What a new run will rest on.</summary>
    /// <exception cref="UnusableRehearsalException">There is no such rehearsal of the plan that a run could be bound to, or what it was made of has changed.</exception>
    public async Task<RunBasis> Of(MigrationPlan plan, RunOptions options, CancellationToken cancellation)
    {
        if (options.Mode == RunMode.Rehearsal)
        {
            return new() { Fingerprint = (await SourceFingerprint.Read(plan, databases.Source, cancellation)).ToJson() };
        }

        return options.Rehearsed is { } rehearsed ? await Bind(plan, await Find(plan, rehearsed), options.AllowDrift, cancellation) : RunBasis.None;
    }

    private async Task<Rehearsal> Find(MigrationPlan plan, string wanted)
    {
        var found = await target.QuerySingleOrDefaultAsync<Rehearsal>(
            SqlText.Of("Rehearse/Binding/ReadRehearsal.sql"), new { plan = plan.Name, runId = wanted is RunId.Latest or RunId.LatestRehearsal ? null : wanted });
        return found switch
        {
            null => throw new UnusableRehearsalException(wanted, $"The target knows no rehearsal '{wanted}' of the plan '{plan.Name}'. Rehearse the plan first, or run it bound to none."),
            { IsRehearsal: false } => throw new UnusableRehearsalException(wanted, $"Run {wanted} is no rehearsal, so that no run can be bound to it. Name a rehearsal of the plan '{plan.Name}'."),
            { State: not "reconciled" } => throw new UnusableRehearsalException(
                wanted, $"Rehearsal {found.RunId} is {found.State}: only one that came to its end and reconciled tells what a run would do. Its report says what was wrong."),
            _ => found,
        };
    }

    private async Task<RunBasis> Bind(MigrationPlan plan, Rehearsal rehearsal, bool allowDrift, CancellationToken cancellation)
    {
        var then = SourceFingerprint.FromJson(rehearsal.Fingerprint!);
        var now = await SourceFingerprint.Read(plan, databases.Source, cancellation);
        var grown = then.ChangesTo(now).ToLookup(change => SourceGrowth.IsOf(change, then, now), change => change.Sentence);
        List<string> others = [.. PlanChanges.Between(rehearsal.PlanJson, plan.Json), .. grown[false]];
        if (rehearsal.Publisher is { } publisher)
        {
            others.Add($"Run {publisher} has written to the target.");
        }

        return others.Count == 0 && (allowDrift || !grown[true].Any())
            ? new() { Rehearsed = rehearsal.RunId, Drift = [.. grown[true]] }
            : throw new UnusableRehearsalException(rehearsal.RunId, [.. others, .. grown[true]], Advice(others.Count == 0));
    }

    private static string Advice(bool hasOnlyGrown) => hasOnlyGrown
        ? $"Rehearse again, or let such changes through with --allow-drift: the same tables and columns, and at most {SourceGrowth.MostPercent} % more or fewer rows."
        : "Rehearse again, and look at what has become of it.";

    /// <param name="Publisher">A run of the plan that has written to the target since.</param>
    private sealed record Rehearsal(string RunId, bool IsRehearsal, string State, string PlanJson, string? Fingerprint, string? Publisher);
}
