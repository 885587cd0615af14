using CrmMigration.Plan;

namespace CrmMigration.Profile.Tally;

/// <summary>A column of which only the number of different values is of interest.</summary>
internal sealed class PlainTally(LiveColumn column) : ColumnTally(column)
{
    protected override void Look(ReadOnlySpan<byte> value)
    {
    }
}
