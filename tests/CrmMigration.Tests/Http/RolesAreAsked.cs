using CrmMigration.Http;
using CrmMigration.Plan;
using CrmMigration.Source;
using CrmMigration.Tests.Postgres;
using Xunit;

namespace CrmMigration.Tests.Http;

public class RolesAreAsked
{
    [Theory]
    [InlineData("GET", "migrations", Role.Read, 200)]
    [InlineData("GET", "migrations", Role.Operate, 200)]
    [InlineData("POST", "migrations", Role.Read, 403)]
    [InlineData("POST", "migrations", Role.Operate, 400)]
    [InlineData("POST", "migrations/run-1/pause", Role.Read, 403)]
    [InlineData("GET", "migrations/run-1/rejects?with=values", Role.Read, 403)]
    [InlineData("GET", "migrations/run-1/rejects?with=values", Role.Operate, 404)]
    [InlineData("GET", "migrations/run-1/rejects", Role.Read, 404)]
    [InlineData("POST", "migrations/run-1/rejects/fix", Role.Read, 403)]
    [InlineData("POST", "migrations/run-1/rejects/replay", Role.Read, 403)]
    [InlineData("POST", "migrations/run-1/withdraw", Role.Read, 403)]
    [InlineData("POST", "migrations/run-1/withdraw", Role.Operate, 404)]
    [InlineData("GET", "migrations", Role.Anyone, 403)]
    [InlineData("GET", "health", Role.Anyone, 200)]
    [InlineData("GET", "nothing", Role.Anyone, 403)]
    [InlineData("GET", "nothing", Role.Read, 404)]
    public async Task A_call_needs_the_role_of_its_route(string method, string path, Role role, int status)
    {
        using var plans = new WrittenPlans();
        var http = new HttpInterface(new(new(new SettingConnections(_ => null)), new FolderPlans(plans.Folder)));

        var answer = await http.Answer(HttpCall.At(method, new($"http://host/api/{path}")) with { Caller = new(true, [role]) }, new NoRuns());

        Assert.Equal(status, answer.Status);
    }

    private sealed class NoRuns : IRunHost
    {
        public Task Start(MigrationPlan plan, RunOptions options, CancellationToken cancellation) => throw new InvalidSettingException("No run is started here.");

        public Task Replay(MigrationPlan plan, ReplayOptions options, CancellationToken cancellation) => throw new InvalidSettingException("No run is replayed here.");

        public Task Withdraw(MigrationPlan plan, WithdrawOptions options, CancellationToken cancellation) => throw new InvalidSettingException("No run is withdrawn here.");

        public Task Resume(string runId, MigrationPlan plan, CancellationToken cancellation) => throw new InvalidSettingException("No run is resumed here.");
    }
}
