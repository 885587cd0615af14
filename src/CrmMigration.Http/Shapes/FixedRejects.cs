namespace CrmMigration.Http.Shapes;

/// <summary>What was said of rejected rows was entered; the next replay does it.</summary>
/// <param name="Rows">For how many.</param>
internal sealed record FixedRejects(string Run, long Rows);
