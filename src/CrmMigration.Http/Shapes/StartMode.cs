namespace CrmMigration.Http.Shapes;

/// <summary>How much of the source a run looks at.</summary>
internal enum StartMode
{
    Full,
    Incremental,
}
