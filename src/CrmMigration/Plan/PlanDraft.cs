using CrmMigration.Plan.Drafting;

namespace CrmMigration.Plan;

/// <summary>Drafts a plan from two live schemas, with a comment for everything that was guessed or found no counterpart.</summary>
public static class PlanDraft
{
    /// <summary>The draft's text; <see cref="PlanReader"/> reads it without mistakes. Reads both databases and writes nothing.</summary>
    /// <exception cref="InvalidSettingException">No table of the source can be migrated.</exception>
    public static async Task<string> Draft(DraftRequest request, CancellationToken cancellation)
    {
        var tables = new TablePairs(await DraftSides.Read(request, cancellation));
        var pairs = tables.Pair();
        if (pairs.Count == 0)
        {
            var reasons = tables.Unpaired.Count == 0 ? "its role sees no table there" : string.Join("; ", tables.Unpaired);
            throw new InvalidSettingException(
                $"There is nothing to draft a plan from in {request.SourceConnection}: {reasons}. Name another source, or give a table a key.");
        }

        return new DraftText(request).Write(new DraftReferences(Entities(pairs)).Complete(), tables.Unpaired);
    }

    private static List<DraftEntity> Entities(IReadOnlyList<TablePair> pairs)
    {
        var entities = new List<DraftEntity>();
        foreach (var pair in pairs)
        {
            var name = Names(pair.Source.Name).First(candidate => !entities.Exists(other => other.Name == candidate));
            var (fields, left) = new DraftFields(pair).Pair();
            entities.Add(new(name, pair, fields, left));
        }

        return entities;
    }

    /// <summary>old_crm_customers gives customers (what says only where a table stands is left out); then longer names, as long as they
    /// are taken.</summary>
    private static IEnumerable<string> Names(TableName table)
    {
        string[] words = [.. table.Name.Split('_').Where(word => word is not ("old" or "new" or "crm" or "legacy" or "tbl" or ""))];
        var numbered = Enumerable.Range(2, int.MaxValue - 2).Select(number => $"{table.Schema}_{table.Name}_{number}");
        string[] first = [words.Length > 0 ? string.Join('_', words) : table.Name, table.Name, $"{table.Schema}_{table.Name}"];
        return first.Concat(numbered);
    }
}
