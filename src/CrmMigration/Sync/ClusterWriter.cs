using CrmMigration.Load;
using CrmMigration.Map;
using CrmMigration.Source;

namespace CrmMigration.Sync;

/// <summary>
/// Makes one row of each cluster and writes it. The row that led before leads; where it has left the source, the next one takes its place under the
/// same key in the target. Of a new cluster the first row that the target takes leads.
/// </summary>
internal sealed class ClusterWriter(TargetWriter writer, EntityMapping mapping, BatchBooks books, IReadOnlyList<KeyPlacement> placements)
{
    private readonly RowHash hash = new(mapping);
    private readonly TupleFill fill = SurvivorFill.FillOf(mapping);

    /// <param name="mapped">Rows in COPY format; who is not among them is skipped, rejected or gone.</param>
    public async Task Write(IReadOnlyList<SyncCluster> clusters, Dictionary<RowId, byte[]> mapped)
    {
        var due = clusters.Select(cluster => Made(cluster, [.. cluster.Rows.Where(row => mapped.ContainsKey(row.Id))], mapped)).ToList();
        while (due.Count > 0)
        {
            // A row that is there keeps its key; who would be new under it comes too late.
            var writes = due.Select(one => one.Write).OfType<TargetWrite>().GroupBy(write => write.Key).ToDictionary(one => one.Key, one => one.OrderBy(write => write.IsNew).First());
            var results = await writer.Write([.. writes.Values]);
            var again = new List<Cluster>();
            foreach (var one in due)
            {
                if (await Settle(one, one.Write is { } write ? (ReferenceEquals(writes[write.Key], write) ? results[write.Key] : WriteResult.Taken) : null, mapped) is { } rest)
                {
                    again.Add(rest);
                }
            }

            due = again;
        }
    }

    private Cluster Made(SyncCluster cluster, List<SyncRow> rows, Dictionary<RowId, byte[]> mapped)
    {
        // Whose own row cannot be mapped now keeps its last good version.
        var head = cluster.Leader is { Gone: false } leader ? rows.Find(row => row == leader) : rows.FirstOrDefault();
        if (head is null || (cluster.Target ?? placements[head.Id.Source].Place(head.Id.Key)) is not { } key)
        {
            return new(cluster, head, rows, null);
        }

        long filled = 0;
        var row = rows.Where(row => row != head).Aggregate(mapped[head.Id], (row, other) => fill.Fill(row, mapped[other.Id], ref filled));
        var buffer = books.Buffered(row);
        buffer.Clear();
        buffer.AddRow(row, key, mapping.TargetKeyKind);
        return new(cluster, head, rows, new(key, buffer.Row.ToArray(), hash.Of(buffer), cluster.Hash, cluster.Target is null));
    }

    // What is left of a new cluster whose first row the target refused.
    private async Task<Cluster?> Settle(Cluster one, WriteResult? result, Dictionary<RowId, byte[]> mapped)
    {
        var (cluster, head, rows, write) = one;
        if (head is null || result is null || write is null)
        {
            var heir = cluster.Rows.FirstOrDefault(row => !row.Gone && row.Target is not null);
            await Leave(cluster, heir);
            if (heir is { Changed: false, Leads: false })
            {
                books.TryAgain(heir);
            }

            Follow(rows, cluster.Target, mapped);
            return null;
        }

        if (cluster.Target is null && (result.Refusal is not null || result.Fate == Fate.Conflict))
        {
            Refuse(head, result.Refusal ?? new("key.taken", mapping.TargetColumns[0].Name, result.Why!), mapped);
            books.Link(head, "rejected", null, null);
            var rest = rows.FindAll(row => row != head);
            return rest.Count == 0 ? null : Made(cluster with { Rows = rest }, rest, mapped);
        }

        await Leave(cluster, head);
        await Arrive(head, write, result, mapped);
        var others = rows.FindAll(row => row != head);
        if (result.IsMissing)
        {
            others.FindAll(row => row.Target is null).ForEach(row => RefuseMerge(row, mapped));
            others.RemoveAll(row => row.Target is null);
        }

        if (result.Refusal is { } refusal && !head.Changed)
        {
            RefuseFollowers(others, refusal, mapped);
        }
        else
        {
            Follow(others, write.Key, mapped);
        }

        return null;
    }

    // Who led and has left hands its place over, be it that the target's row stays as it is for now: edited, or refused in its new form.
    private async Task Leave(SyncCluster cluster, SyncRow? heir)
    {
        foreach (var gone in cluster.Rows.Where(row => row.Gone))
        {
            if (gone.Leads && heir is null)
            {
                books.Account(gone).NotDeleted(new(gone.Id.Key, cluster.Target!.Value), rejection: null);
                await books.Review(gone, "The row has left the source, and none of those merged into it could take its place.");
                continue;
            }

            books.Account(gone).Deleted(gone.Id.Key);
            books.Unlink(gone);
            if (gone.Leads)
            {
                books.Link(heir!, "migrated", cluster.Target, gone.Hash is { } hash ? unchecked((ulong)hash) : null);
            }
        }
    }

    private void Refuse(SyncRow row, Rejection rejection, Dictionary<RowId, byte[]> mapped)
    {
        books.Account(row).Refused(row.Id.Key, rejection, books.Buffered(mapped[row.Id]));
        books.Wait(row, rejection);
    }

    private void RefuseMerge(SyncRow row, Dictionary<RowId, byte[]> mapped)
    {
        Refuse(row, new("merge.target-gone", null, "It matches a row that somebody deleted in the target."), mapped);
        books.Link(row, "rejected", null, null);
    }

    // What they bring could not be written, though the row that leads is as it was.
    private void RefuseFollowers(IEnumerable<SyncRow> rows, Rejection refusal, Dictionary<RowId, byte[]> mapped)
    {
        foreach (var row in rows.Where(row => row.Changed && !row.Leads))
        {
            Refuse(row, refusal, mapped);
            if (row.Target is null)
            {
                books.Link(row, "rejected", null, null);
            }
        }
    }

    private async Task Arrive(SyncRow head, TargetWrite write, WriteResult result, Dictionary<RowId, byte[]> mapped)
    {
        var keys = new RowKeys(head.Id.Key, write.Key);
        if (result.Refusal is { } refusal)
        {
            if (head.Changed)
            {
                Refuse(head, refusal, mapped);
            }
            else if (!head.Leads)
            {
                books.Wait(head, refusal);
                await books.Review(head, "It takes the place of a row that has left the source, and the target refuses it as it is.");
            }
        }
        else if (result.Fate == Fate.Conflict)
        {
            if (head.Changed)
            {
                books.Account(head).InConflict(keys, books.Buffered(mapped[head.Id]));
            }

            await books.Review(head, result.Why!);
        }
        else
        {
            books.Link(head, "migrated", write.Key, write.Hash);
            if (head.Status == "left")
            {
                books.Returned.Add(write.Key);
            }

            if (head.Changed)
            {
                books.Account(head).Arrived(keys, result.Fate, write.Hash);
            }
            else
            {
                books.Filled(write.Key, write.Hash);
            }
        }
    }

    private void Follow(IEnumerable<SyncRow> rows, SourceKey? place, Dictionary<RowId, byte[]> mapped)
    {
        foreach (var row in rows.Where(row => row.Changed && !row.Leads && place is not null))
        {
            books.Account(row).Merged(row.Id.Key, place!.Value, books.Buffered(mapped[row.Id]));
            books.Link(row, "merged", place, null);
        }
    }

    /// <param name="Head">The row that leads; null where it cannot be mapped.</param>
    /// <param name="Rows">Those that were mapped.</param>
    /// <param name="Write">Null: there is nothing to write.</param>
    private sealed record Cluster(SyncCluster Whole, SyncRow? Head, List<SyncRow> Rows, TargetWrite? Write);
}
