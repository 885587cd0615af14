using CrmMigration.Plan;
using Xunit;

namespace CrmMigration.Tests.Plan;

public sealed class PlansInAFolder : PlansByName, IDisposable
{
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("plans");

    protected override IPlans Plans => new FolderPlans(folder.FullName);

    public void Dispose() => folder.Delete(recursive: true);

    [Fact]
    public async Task A_folder_that_is_not_there_is_told()
    {
        var refusal = await Assert.ThrowsAsync<InvalidSettingException>(() => new FolderPlans("no-such-folder").Names(Cancellation));

        Assert.Contains("'no-such-folder' cannot be read", refusal.Message, StringComparison.Ordinal);
    }

    protected override Task Put(string file, byte[] content) => File.WriteAllBytesAsync(Path.Combine(folder.FullName, file), content, Cancellation);
}
