namespace CrmMigration.Http.Shapes;

/// <summary>What a run is for, and how much of the source it looks at.</summary>
internal enum StartMode
{
    Full,
    Rehearsal,
    Incremental,
    Verify,
    Cutover,
}
