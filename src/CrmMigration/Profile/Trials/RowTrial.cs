using CrmMigration.Load;
using CrmMigration.Map;
using CrmMigration.Match;
using CrmMigration.Plan;
using CrmMigration.Profile.Tally;
using CrmMigration.Source;

namespace CrmMigration.Profile.Trials;

/// <summary>
/// Maps rows as a migration would, writes them nowhere, and keeps what would become of them: what is rejected or loses a value by which rule,
/// and how many rows share a match key. References are left out; they are told by counting orphans. Not for use by two threads.
/// </summary>
internal sealed class RowTrial
{
    private const int KeysHeld = 256 * 1024;

    private readonly EntityMapping mapping;
    private readonly RowMapper mapper;
    private readonly MatchKeys keys;
    private readonly TupleBuffer output;
    private readonly Dictionary<TrialOutcome, OutcomeTally> outcomes = [];
    private readonly TextLook look = new();

    public RowTrial(EntityMapping mapping)
    {
        this.mapping = mapping;
        mapper = new(mapping, parent => throw new InvalidOperationException($"Bug: a reference to {parent} is tried."), keys: null);
        keys = new(mapping);
        output = new(mapping.TargetColumns.Count);
        Matches = [.. Enumerable.Range(0, keys.Rules).Select(_ => new DistinctSample(KeysHeld))];
    }

    /// <summary>How many rows share a key, for each match rule of the plan.</summary>
    public IReadOnlyList<DistinctSample> Matches { get; }

    public IReadOnlyList<IReadOnlyList<string>> MatchRules => mapping.Entity.Plan.Match;

    public IReadOnlyDictionary<TrialOutcome, OutcomeTally> Outcomes => outcomes;

    public static EntityMapping MappingOf(CheckedEntity entity) =>
        EntityMapping.ForMatching(entity with { Plan = entity.Plan with { References = new Dictionary<string, string>() } }, 0);

    public void Try(TupleReader row)
    {
        output.Clear();
        if (mapper.RuleThatSkips(row) is { } skipped)
        {
            Note(new(TrialFate.Skipped, skipped, null, $"Left out by the plan's rule {skipped}."), row);
            return;
        }

        if (mapper.Map(row, output) is { } rejection)
        {
            Note(new(TrialFate.Rejected, rejection.Rule, rejection.Field, rejection.Reason), row);
            return;
        }

        foreach (var correction in mapper.Corrections)
        {
            Note(new(FateOf(correction.Outcome), correction.Rule.Code, correction.Field, null), row);
        }

        for (var rule = 0; rule < keys.Rules; rule++)
        {
            if (keys.Of(output, rule) is { } key)
            {
                Matches[rule].Add(key);
            }
        }
    }

    public void MergeFrom(RowTrial other)
    {
        for (var rule = 0; rule < Matches.Count; rule++)
        {
            Matches[rule].MergeFrom(other.Matches[rule]);
        }

        foreach (var (outcome, tally) in other.outcomes)
        {
            TallyOf(outcome).MergeFrom(tally);
        }
    }

    private void Note(TrialOutcome outcome, TupleReader row)
    {
        var tally = TallyOf(outcome);
        tally.Add(mapping.SourceKeyKind, row.Field(0));
        if (SourceOf(outcome.Field) is { } source && !row.IsNull(source))
        {
            look.Read(row.Field(source));
            tally.Shapes.Add(look.Shape);
        }
    }

    private static TrialFate FateOf(CorrectionOutcome outcome) => outcome switch
    {
        CorrectionOutcome.Cleared => TrialFate.Cleared,
        CorrectionOutcome.Kept => TrialFate.Kept,
        _ => TrialFate.Corrected,
    };

    private OutcomeTally TallyOf(TrialOutcome outcome)
    {
        if (!outcomes.TryGetValue(outcome, out var tally))
        {
            outcomes[outcome] = tally = new();
        }

        return tally;
    }

    // The text that a target column is made of.
    private int? SourceOf(string? target) =>
        mapping.Fields.FirstOrDefault(field => field.From is [{ IsText: true }, ..] && field.To.Any(column => column.Name == target)) is { } field
            ? mapping.SourceIndex(field.From[0])
            : null;
}
