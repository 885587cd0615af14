using CrmMigration.Functions.Tests.Runners;
using CrmMigration.Tests.Http;
using Xunit;

namespace CrmMigration.Functions.Tests.Http;

/// <summary>The app's functions where the platform checks tokens.</summary>
public sealed class FunctionsAskForRoles : HttpCalls
{
    [Theory]
    [InlineData("Migration.Read", "GET", 200)]
    [InlineData("Migration.Read", "POST", 403)]
    [InlineData("Migration.Operate", "GET", 200)]
    [InlineData("Migration.Operate", "POST", 400)]
    [InlineData("Somebody.Else", "GET", 403)]
    public async Task Who_signed_in_may_what_the_app_role_says(string role, string method, int status)
    {
        var request = new HttpRequestMessage(new(method), At("migrations"));
        request.Headers.Add("X-MS-CLIENT-PRINCIPAL", Identity.OfRole(role));

        var reply = await Send(request, key: null);

        Assert.Equal(status, reply.Status);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("wrong")]
    public async Task Who_neither_signed_in_nor_shows_the_key_is_refused(string? key)
    {
        var reply = await Send(new(HttpMethod.Get, At("migrations")), key);

        Assert.Equal(401, reply.Status);
    }

    [Fact]
    public async Task A_key_opens_it_too() => Assert.Equal(200, (await Get("migrations")).Status);

    private protected override async Task<IRunningHost> StartHost(IReadOnlyDictionary<string, string?> connections, string plans) =>
        await FunctionsHost.Start(connections, plans, new TaskHub(), signIn: true);
}
