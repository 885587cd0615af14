using CrmMigration.Plan;
using CrmMigration.Reconcile.Report;
using CrmMigration.Runs;
using CrmMigration.Verify;
using Npgsql;

namespace CrmMigration.Cutover;

/// <summary>Whether the last pass is proven, and what the deep verification after it found.</summary>
internal sealed class ContentChecks(RunContext context, NpgsqlConnection target, IReadOnlyDictionary<string, EntityRow> entities)
{
    public async Task<IReadOnlyList<CutoverCheck>> Run()
    {
        var unproven = entities.Values.Where(row => row.State != "reconciled").Select(row => row.Entity).ToList();
        var checks = new List<CutoverCheck>
        {
            unproven.Count == 0
                ? CutoverCheck.Ok("pass", "The last pass accounts for every row that changed or left, and what it wrote is there.")
                : CutoverCheck.No("pass", $"The last pass does not add up for {string.Join(", ", unproven)}; the findings say why.", "Find out why before anything else: the report of this cut-over names it."),
        };
        foreach (var entity in context.Plan.Entities)
        {
            checks.AddRange(Of(entity, (await VerificationReader.Read(target, entities[entity.Plan.Name].EntityId))!));
        }

        return checks;
    }

    private IEnumerable<CutoverCheck> Of(CheckedEntity entity, EntityVerification found)
    {
        var name = entity.Plan.Name;
        // Of rows of which nobody knows what was written, somebody had changed them before anybody looked.
        var edits = found.Differences.Where(group => group.Why is "edited" or "unknown").ToList();
        var deletions = found.Differences.Where(group => group.Why is "deleted").ToList();
        var others = found.Differences.Except(edits).Except(deletions).ToList();
        yield return others.Count == 0 && found.Sources.All(source => source.AddsUp)
            ? CutoverCheck.Ok("contents", $"{name}: {Figures.Counted(found.Sources.Sum(source => source.Compared), "row")} compared by value, and each accounted for.")
            : CutoverCheck.No("contents", Sentence(name, others), "Repair it (crm-migrate verify PLAN --deep --repair), then cut over again.");
        if (edits.Count > 0)
        {
            yield return entity.Plan.Conflicts == ConflictPolicy.Target
                ? CutoverCheck.Note("edits", $"{Sentence(name, edits)} The plan lets the target win.")
                : Decided("edits", Sentence(name, edits), "If the new CRM is right, cut over with --accept-edits; if the old one is, repair it first (crm-migrate verify PLAN --deep --repair).");
        }

        // Whatever the plan says of values that both sides changed: rows may be gone by a mistake that nobody has seen yet.
        if (deletions.Count > 0)
        {
            yield return Decided("deletions", Sentence(name, deletions), "If they were rightly deleted in the new CRM, cut over with --accept-edits; if not, bring them back first (crm-migrate verify PLAN --deep --repair).");
        }
    }

    private CutoverCheck Decided(string name, string sentence, string advice) =>
        context.Accepts("edits") ? CutoverCheck.Note(name, $"{sentence} Accepted.") : CutoverCheck.No(name, sentence, advice);

    private static string Sentence(string entity, IEnumerable<DifferenceGroup> groups) => $"{entity}: {string.Join(' ', groups.Select(VerificationWords.Sentence))}";
}
