using CrmMigration.Source;

namespace CrmMigration.Verify;

/// <summary>Tells of one row what its link, what the plan makes of it and what stands in the target say together.</summary>
internal sealed class RowJudge(ComparedEntity compared, int position, MadeRows made)
{
    public required ILookup<SourceKey, (RowId Row, bool Leads)> Members { get; init; }

    public required IReadOnlyDictionary<SourceKey, StandingRow> Standing { get; init; }

    public SettledRow Judge(SourceKey key, LinkRow? link)
    {
        var there = link?.Target is { } target ? Standing.GetValueOrDefault(target) : null;
        return (made.FateOf(new(position, key)), link) switch
        {
            (null, { Status: "migrated" or "merged" }) => new(key, RowState.Extra, "left", link!.Target),
            (null, _) => new(key, RowState.Gone),
            (_, null or { Status: "left" }) => new(key, RowState.Missing, "never-came"),
            (_, { Status: "migrated" or "merged" }) when there is null => new(key, RowState.Missing, "deleted", link!.Target),

            // Who was in the target before keeps its last good version there.
            (MappedFate.Rejected, { Status: "skipped" }) => new(key, RowState.Skipped),
            (MappedFate.Rejected, _) => new(key, RowState.Rejected, Target: AsWritten(link!, there)),
            (MappedFate.Skipped, _) => new(key, RowState.Skipped, Target: AsWritten(link!, there)),
            (_, { IsMerged: true }) => new(key, RowState.Merged),
            (_, { Leads: true }) => Compare(key, link!, there!),
            (_, { Status: "rejected", Pending: true }) => new(key, RowState.Rejected),
            _ => new(key, RowState.Missing, "never-came"),
        };
    }

    private static SourceKey? AsWritten(LinkRow link, StandingRow? there) => there is not null && (link.IsMerged || there.Hash == link.Hash) ? link.Target : null;

    private SettledRow Compare(SourceKey key, LinkRow link, StandingRow there)
    {
        var own = new RowId(position, key);
        var others = Members[link.Target!.Value].Select(member => member.Row).Where(row => row != own);
        var hashes = made.Hashes(link.Target!.Value, own, others);
        string[] columns = [.. compared.Mapping.TargetColumns.Where((_, column) => hashes[column] != there.Columns[column]).Select(column => column.Name)];
        if (columns.Length > 0 && link.Pending && link.Hash == there.Hash)
        {
            // What the target refuses for what other rows are: it waits, and its last good version stands there.
            return new(key, RowState.Rejected, Target: link.Target);
        }

        var why = link.Hash is null ? "unknown" : link.Hash == there.Hash ? "other-values" : "edited";
        return columns.Length == 0 ? new(key, RowState.Equal) : new(key, RowState.Differing, why, link.Target, columns);
    }
}
