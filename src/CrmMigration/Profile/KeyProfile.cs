namespace CrmMigration.Profile;

/// <summary>A column that is a key, or nearly one.</summary>
/// <param name="IsPlanKey">The plan names it as the key.</param>
/// <param name="IsDeclared">The table itself makes it unique and not null; then nothing was counted.</param>
/// <param name="Nulls">Rows without a value.</param>
/// <param name="RepeatedValues">Values that several rows hold; null where it was not counted.</param>
/// <param name="RepeatedRows">Rows that hold such a value, but for one of each.</param>
public sealed record KeyProfile(string Column, bool IsPlanKey, bool IsDeclared, long Nulls, long? RepeatedValues, long? RepeatedRows)
{
    public bool IsUnique => Nulls == 0 && (IsDeclared || RepeatedRows == 0);
}
