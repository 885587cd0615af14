using Azure.Storage.Blobs;
using CrmMigration.Azure;
using CrmMigration.Plan;
using CrmMigration.Tests.Plan;
using Xunit;

namespace CrmMigration.Tests.Azure;

public sealed class PlansInAContainer : PlansByName, IAsyncLifetime
{
    private readonly BlobContainerClient container = Azurite.Container();

    protected override IPlans Plans => new BlobPlans(container);

    public async ValueTask InitializeAsync() => await container.CreateAsync(cancellationToken: Cancellation);

    public async ValueTask DisposeAsync() => await container.DeleteAsync(cancellationToken: CancellationToken.None);

    [Fact]
    public async Task A_container_that_is_not_there_is_told()
    {
        var missing = Azurite.Container();

        var refusal = await Assert.ThrowsAsync<InvalidSettingException>(() => new BlobPlans(missing).Read("any", Cancellation));

        Assert.StartsWith("There is no container ", refusal.Message, StringComparison.Ordinal);
        Assert.Contains(missing.Name, refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_storage_that_does_not_answer_is_told_without_its_signature()
    {
        var refusal = await Assert.ThrowsAsync<InvalidSettingException>(() => new BlobPlans(Azurite.Unreachable()).Names(Cancellation));

        Assert.Equal("The storage of the container 127.0.0.1:1/crm/plans does not answer. Check its name and the network between.", refusal.Message);
    }

    protected override async Task Put(string file, byte[] content) => await container.UploadBlobAsync(file, BinaryData.FromBytes(content), Cancellation);
}
