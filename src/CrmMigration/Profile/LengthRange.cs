namespace CrmMigration.Profile;

/// <summary>Texts of a range of lengths, in characters.</summary>
/// <param name="Through">Null for everything beyond.</param>
public sealed record LengthRange(int From, int? Through, long Values);
