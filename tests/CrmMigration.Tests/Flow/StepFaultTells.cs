using CrmMigration.Flow;
using Npgsql;
using Xunit;

namespace CrmMigration.Tests.Flow;

public sealed class StepFaultTells
{
    private static readonly InvalidSettingException Setting = new("The vault does not answer.");

    [Fact]
    public void What_a_setting_lacks_is_told_in_its_own_words() =>
        Assert.Equal("PrepareRun failed: The vault does not answer.", StepFault.Answer<int>("PrepareRun", "", Setting).Reason);

    [Fact]
    public void What_a_password_provider_lacks_is_told_in_its_own_words() =>
        Assert.Equal("PrepareRun failed: The vault does not answer.", StepFault.Answer<int>("PrepareRun", "", new NpgsqlException("No password.", Setting)).Reason);
}
