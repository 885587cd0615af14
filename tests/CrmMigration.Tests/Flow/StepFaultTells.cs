using CrmMigration.Flow;
using Npgsql;
using Xunit;

namespace CrmMigration.Tests.Flow;

public sealed class StepFaultTells
{
    private static readonly InvalidSettingException Setting = new("The vault does not answer.");

    [Fact]
    public void What_a_setting_lacks_is_told_in_its_own_words() =>
        Assert.Equal("PrepareRun failed: The vault does not answer.", StepFault.Describe("PrepareRun", "", Setting, 1));

    [Fact]
    public void What_a_password_provider_lacks_is_told_in_its_own_words() =>
        Assert.Equal("PrepareRun failed: The vault does not answer.", StepFault.Describe("PrepareRun", "", new NpgsqlException("No password.", Setting), 1));
}
