namespace CrmMigration.Profile.Tally;

/// <summary>Values that occur several times.</summary>
/// <param name="Values">Different ones.</param>
/// <param name="Rows">That hold them.</param>
/// <param name="Error">By how much <see cref="Values"/> may be wrong in 95 of 100 cases; 0 when it is exact.</param>
/// <param name="Grain">So many values stand for one that was seen; 1 when it is exact.</param>
internal readonly record struct RepeatedValues(long Values, long Rows, double Error, long Grain)
{
    /// <summary>Rows beyond the first of each value.</summary>
    public long Extra => Rows - Values;
}
