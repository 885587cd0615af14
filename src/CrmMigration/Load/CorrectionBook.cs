using System.Text;
using CrmMigration.Map;
using CrmMigration.Source;

namespace CrmMigration.Load;

/// <summary>The corrections of one partition: for each column, rule and outcome the keys and the originals.</summary>
internal sealed class CorrectionBook(KeyKind kind)
{
    private readonly Dictionary<Kind, Set> sets = [];

    public IEnumerable<KeyValuePair<Kind, Set>> Sets => sets;

    public void Add(SourceKey key, IReadOnlyList<Correction> corrections, TupleReader row)
    {
        for (var i = 0; i < corrections.Count; i++)
        {
            var correction = corrections[i];
            var about = new Kind(correction.Field, correction.Rule.Code, correction.Outcome);
            if (!sets.TryGetValue(about, out var set))
            {
                sets[about] = set = new(new(kind), []);
            }

            set.Keys.Add(key);
            set.Originals.Add(Original(correction, row));
        }
    }

    // Of several columns, their values one after the other.
    private static string Original(Correction correction, TupleReader row) =>
        string.Join(" | ", correction.Columns.Select(column => Encoding.UTF8.GetString(row.Field(column))).Where(value => value.Length > 0));

    /// <summary>What the corrections of one set have in common.</summary>
    internal readonly record struct Kind(string Field, string Rule, CorrectionOutcome Outcome);

    /// <summary>Keys and originals, side by side.</summary>
    internal sealed record Set(KeyList Keys, List<string> Originals);
}
