using CrmMigration.Sync;
using Npgsql;

namespace CrmMigration.Verify;

/// <summary>How rows of a source are told that changed since the last pass.</summary>
/// <param name="Condition">On the source table.</param>
/// <param name="Doubt">In a sentence, why none can be told; null where they can.</param>
internal sealed record ChangedSince(string Condition, string? Doubt)
{
    /// <param name="isLast">No pass comes after: whatever is not in the target is missing there, whenever it was written.</param>
    public static async Task<ChangedSince> Of(NpgsqlConnection source, LinkSet set, bool isLast)
    {
        if (isLast)
        {
            return new("false", null);
        }

        var moment = await SourceMoment.Read(source);
        return moment.WhyNotSince(set) is null
            ? new(HorizonCondition.Of(set.Horizon), null)
            : new("false", "The source is another database than the one that was read last, or has been put back in time, so that nothing tells what changed in it since. A pass compares all rows: crm-migrate sync PLAN");
    }
}
