namespace CrmMigration.Match;

/// <summary>A row that gives way, and the row that stays in its place.</summary>
internal readonly record struct Merge(PlacedKey Member, PlacedKey Survivor);
