using CrmMigration.Clean;

namespace CrmMigration.Map;

/// <summary>What was noted while one row was mapped. Used again for every row, so that a clean row costs nothing.</summary>
internal sealed class RowNotes
{
    private readonly List<Correction> corrections = [];

    /// <summary>The first reason to refuse the row; later ones do not replace it, as a row has one fate.</summary>
    public Rejection? Rejection { get; private set; }

    public IReadOnlyList<Correction> Corrections => corrections;

    public void Clear()
    {
        Rejection = null;
        if (corrections.Count > 0)
        {
            corrections.Clear();
        }
    }

    public void Reject(Rejection rejection) => Rejection ??= rejection;

    public void Correct(Rule rule, string field, int sourceField) => corrections.Add(new(rule.Code, field, sourceField));

    /// <summary>The rule that cleared a column of this row, if one did.</summary>
    public string? RuleThatCleared(string field)
    {
        foreach (var correction in corrections)
        {
            if (correction.Field == field)
            {
                return correction.Rule;
            }
        }

        return null;
    }
}
