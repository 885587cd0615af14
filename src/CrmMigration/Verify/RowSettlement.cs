using CrmMigration.Source;

namespace CrmMigration.Verify;

/// <summary>
/// Tells by value, row by row, what became of some rows of one source: each is read and mapped together with those that it is merged with, and compared with what the
/// target holds.
/// </summary>
internal sealed class RowSettlement(ComparedEntity compared)
{
    public async Task<IReadOnlyList<SettledRow>> Settle(int position, IReadOnlyCollection<SourceKey> keys)
    {
        var links = await compared.Links(position, keys);
        var members = await compared.Members(links.Values.Where(link => link.Leads).Select(link => link.Target!.Value));
        var made = new MadeRows(compared);
        await made.Read(keys.Select(key => new RowId(position, key)).Concat(members.SelectMany(place => place.Select(member => member.Row))));
        var standing = await compared.Rows(links.Values.Select(link => link.Target).OfType<SourceKey>().Distinct());
        var judge = new RowJudge(compared, position, made) { Members = members, Standing = standing };
        var first = keys.Select(key => judge.Judge(key, links.GetValueOrDefault(key))).ToList();
        return await Second(position, first, (links, members, made));
    }

    // What looks wrong may have a reason that only the books or the source's transactions know.
    private async Task<IReadOnlyList<SettledRow>> Second(
        int position, List<SettledRow> rows, (Dictionary<SourceKey, LinkRow> Links, ILookup<SourceKey, (RowId Row, bool Leads)> Members, MadeRows Made) known)
    {
        var (links, members, made) = known;
        var doubtful = rows.Where(row => row.State is not (RowState.Equal or RowState.Merged or RowState.Gone or RowState.Extra)).ToList();
        if (doubtful.Count == 0)
        {
            return rows;
        }

        var byHand = await compared.WrittenByHand(doubtful.Select(row => row.Target).OfType<SourceKey>().Distinct());
        var refused = await compared.Refused(position, doubtful.Where(row => row.State == RowState.Missing).Select(row => row.Key));
        var changed = await compared.Changed(doubtful.Where(row => row.IsDifference).SelectMany(Together));
        return rows.ConvertAll(row => Again(row) ?? row);

        IEnumerable<RowId> Together(SettledRow row) =>
            (row.Target is { } target ? members[target].Select(member => member.Row) : []).Append(new(position, row.Key));

        SettledRow? Again(SettledRow row) => row switch
        {
            { State: RowState.Differing, Why: "other-values", Target: { } target } when byHand.Contains(target) => new(row.Key, RowState.Equal),
            { State: RowState.Rejected or RowState.Skipped, Target: { } target } when byHand.Contains(target) => new(row.Key, links[row.Key].Leads ? RowState.Equal : RowState.Merged),
            { State: RowState.Missing } when refused.Contains(row.Key) && links.TryGetValue(row.Key, out var link) && link.Status is "rejected" or "skipped" => new(row.Key, link.Status == "skipped" ? RowState.Skipped : RowState.Rejected),
            { State: RowState.Differing or RowState.Missing } when Together(row).Any(one => made.FateOf(one) is null) => new(row.Key, RowState.Changed),

            // A row of the target that somebody edited or deleted differs whatever the source has come to be.
            { Why: "other-values" or "never-came" } when Together(row).Any(changed.Contains) => new(row.Key, RowState.Changed),
            _ => null,
        };
    }
}
