using CrmMigration.Clean;

namespace CrmMigration.Plan.Transforms;

/// <summary>A transform of one text into another: most are.</summary>
public abstract record TextTransform : Transform
{
    /// <summary>Made once for each partition that is at work.</summary>
    public abstract TextCleaner MakeCleaner();
}
