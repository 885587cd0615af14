using CrmMigration.Functions.Tests.Runners;
using CrmMigration.Tests.Http;
using Xunit;

namespace CrmMigration.Functions.Tests.Http;

/// <summary>The app's functions.</summary>
public sealed class FunctionsRefuse : HttpRefusals
{
    [Fact]
    public async Task A_sign_in_that_the_caller_wrote_is_none_where_the_platform_checks_no_tokens()
    {
        var request = new HttpRequestMessage(HttpMethod.Get, At("openapi.json"));
        request.Headers.Add("X-MS-CLIENT-PRINCIPAL", Identity.OfRole("Migration.Operate"));

        var reply = await Send(request, key: null);

        Assert.Equal((401, "unknown-caller"), (reply.Status, reply["kind"]));
    }

    private protected override async Task<IRunningHost> StartHost(IReadOnlyDictionary<string, string?> connections, string plans) =>
        await FunctionsHost.Start(connections, plans, new TaskHub());
}
