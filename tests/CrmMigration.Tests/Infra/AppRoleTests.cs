using System.Text.Json;
using CrmMigration.Tests.Plan;
using Xunit;

namespace CrmMigration.Tests.Infra;

public sealed class AppRoleTests
{
    [Fact]
    public void The_registration_in_Entra_has_one_role_to_look_and_one_to_act()
    {
        using var roles = JsonDocument.Parse(File.ReadAllText(Repository.File("infra/app-roles.json")));

        var values = roles.RootElement.EnumerateArray().Select(role => role.GetProperty("value").GetString());

        Assert.Equal(["Migration.Read", "Migration.Operate"], values);
    }
}
