namespace CrmMigration.Profile.Reading;

/// <summary>A table on the server's disk, partitions included.</summary>
/// <param name="PageBytes">The server's block size.</param>
/// <param name="LargestPages">Pages of its largest partition; all of a table without.</param>
internal sealed record TableSize(long Bytes, long PageBytes, long LargestPages)
{
    public long Pages => Bytes / PageBytes;
}
