using System.Text;
using CrmMigration.Map;
using CrmMigration.Source;

namespace CrmMigration.Load;

/// <summary>The corrections of one partition: for each column and rule the keys and the originals.</summary>
internal sealed class CorrectionBook(KeyKind kind)
{
    private readonly Dictionary<(string Field, string Rule), Set> sets = [];

    public IEnumerable<KeyValuePair<(string Field, string Rule), Set>> Sets => sets;

    public void Add(SourceKey key, IReadOnlyList<Correction> corrections, TupleReader row)
    {
        for (var i = 0; i < corrections.Count; i++)
        {
            var (rule, field, source) = corrections[i];
            if (!sets.TryGetValue((field, rule), out var set))
            {
                sets[(field, rule)] = set = new(new(kind), []);
            }

            set.Keys.Add(key);
            set.Originals.Add(Encoding.UTF8.GetString(row.Field(source)));
        }
    }

    /// <summary>Keys and originals, side by side.</summary>
    internal sealed record Set(KeyList Keys, List<string> Originals);
}
