using CrmMigration.Map;
using CrmMigration.Match;
using CrmMigration.Rehearse;
using CrmMigration.Rejects;
using CrmMigration.Source;

namespace CrmMigration.Load;

/// <summary>Keeps the books of one partition while its rows go by: every row read is entered exactly once, under one fate.</summary>
/// <param name="keysDiffer">A row may stand for one of the target under another key, whatever the plan says.</param>
internal sealed class PartitionAccount(EntityMapping mapping, bool keysDiffer = false)
{
    private const string ByHand = "skipped.by-hand";

    private readonly LedgerEntry[] ledger = [.. Enum.GetValues<Fate>().Select(fate => new LedgerEntry(mapping, fate, keysDiffer))];
    private readonly Dictionary<string, LedgerEntry> skipped = [];

    public EntityMapping Mapping => mapping;

    public long Read { get; private set; }

    /// <summary>Rows that this run answers for in the target.</summary>
    public long Sent { get; private set; }

    /// <summary>The sum of their hashes, modulo 2^64.</summary>
    public ulong SentHash { get; private set; }

    public long Filled { get; set; }

    /// <summary>What a rehearsal took along of the target; null for a real run.</summary>
    public MetRows? Met { get; set; }

    /// <summary>The transactions within the partition's own that wrote rows, down to savepoints, as xmin tells them.</summary>
    public IReadOnlyCollection<long> Transactions { get; set; } = [];

    /// <summary>Survivors of clusters that did not arrive, by their key in the source: their members have nobody to be merged into.</summary>
    public KeyList Lost { get; } = new(mapping.SourceKeyKind);

    /// <summary>Collects the match keys of the rows that arrive; null where they were collected before, or are not wanted.</summary>
    public PartitionMatchKeys? MatchKeys { get; init; }

    public IEnumerable<LedgerEntry> Ledger => ledger.Concat(skipped.Values).Where(entry => entry.Keys.Count > 0);

    public RejectBook Rejects { get; } = new(mapping.SourceKeyKind);

    /// <summary>Where what is kept of rejected rows comes from.</summary>
    public required RejectPayloads Payloads { get; init; }

    public CorrectionBook Corrections { get; } = new(mapping.SourceKeyKind);

    public ControlSums Totals { get; } = new(mapping);

    public void RowRead(TupleReader row)
    {
        Read++;
        Totals.Read(row);
    }

    /// <summary>A row that is in the books already is read again; it stays counted once.</summary>
    public void RowReadAgain(TupleReader row) => Totals.Read(row);

    /// <summary>Somebody said that a row, which was rejected before, is to be left out; its values stand with those left out already.</summary>
    public void SkippedByHand(SourceKey key) => SkippedEntry(ByHand).Keys.Add(key);

    public void Arrived(RowKeys keys, Fate fate, ulong hash)
    {
        ledger[(int)fate].Add(keys.Source, keys.Target);
        Sent++;
        SentHash += hash;
    }

    /// <summary>A sync found that somebody else changed the row in the target, where it stays.</summary>
    public void InConflict(RowKeys keys, TupleBuffer row)
    {
        ledger[(int)Fate.Conflict].Add(keys.Source, keys.Target);
        Totals.LeaveOut(row);
    }

    /// <summary>A sync found that the row has left the source: that is what was read of it.</summary>
    public void Deleted(SourceKey key)
    {
        Read++;
        ledger[(int)Fate.Deleted].Keys.Add(key);
    }

    /// <summary>The row has left the source, and stays in the target all the same.</summary>
    /// <param name="rejection">Null: somebody changed it there.</param>
    public void NotDeleted(RowKeys keys, Rejection? rejection)
    {
        Read++;
        if (rejection is null)
        {
            ledger[(int)Fate.Conflict].Add(keys.Source, keys.Target);
        }
        else
        {
            Rejects.Add(keys.Source, rejection);
        }
    }

    /// <param name="survivor">Its key in the target.</param>
    public void Merged(SourceKey key, SourceKey survivor, TupleReader row)
    {
        ledger[(int)Fate.Merged].Add(key, survivor);
        Totals.LeaveOut(row);
    }

    /// <param name="rule">The condition of the plan that the row does not meet.</param>
    public void Skipped(SourceKey key, string rule, TupleReader row)
    {
        SkippedEntry(rule).Keys.Add(key);
        Totals.LeaveOut(row);
    }

    /// <summary>The same as <see cref="Merged(SourceKey, SourceKey, TupleReader)"/> for a row that was mapped before it was known to give way.</summary>
    public void Merged(SourceKey key, SourceKey survivor, TupleBuffer row)
    {
        ledger[(int)Fate.Merged].Add(key, survivor);
        Totals.LeaveOut(row);
    }

    public void Rejected(SourceKey key, Rejection rejection, TupleReader row)
    {
        Rejects.Add(key, rejection);
        Totals.LeaveOut(row);
    }

    /// <summary>A row that the target refused when it was loaded.</summary>
    public void Refused(SourceKey key, Rejection rejection, TupleBuffer row)
    {
        Rejects.AddRefused(key, rejection);
        Totals.LeaveOut(row);
    }

    private LedgerEntry SkippedEntry(string rule)
    {
        if (!skipped.TryGetValue(rule, out var entry))
        {
            skipped[rule] = entry = new(mapping, Fate.Skipped) { Rule = rule };
        }

        return entry;
    }
}
