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

    public void Correct(Correction correction) => corrections.Add(correction);

    /// <summary>The correction that cleared a column of this row, if one did.</summary>
    public Correction? WhatCleared(string field)
    {
        foreach (var correction in corrections)
        {
            if (correction.Field == field && correction.Outcome == CorrectionOutcome.Cleared)
            {
                return correction;
            }
        }

        return null;
    }
}
