using CrmMigration.Plan;
using CrmMigration.Tests.Postgres;
using Xunit;

namespace CrmMigration.Tests.Plan;

public sealed class RejectKeepingTests
{
    [Fact]
    public void Rejected_rows_are_kept_for_ever_and_in_plain_text_unless_the_plan_says_otherwise() =>
        Assert.Equal(new RejectKeeping(true, null, null), Plans.Customers().Rejects);

    [Fact]
    public void A_plan_says_whether_how_long_and_by_which_key() => Assert.Equal(
        new RejectKeeping(false, TimeSpan.FromDays(90), "RejectsKey"),
        Plans.Customers().With("""
            "keepPayload": false, "rejectsExpire": "90d", "encryptPayload": "RejectsKey"
            """).Rejects);

    [Theory]
    [InlineData("\"keepPayload\": \"no\"", "true or false")]
    [InlineData("\"rejectsExpire\": 90", "a whole number of days")]
    [InlineData("\"rejectsExpire\": \"90\"", "a whole number of days")]
    [InlineData("\"rejectsExpire\": \"0d\"", "a whole number of days")]
    [InlineData("\"rejectsExpire\": \"1.5d\"", "a whole number of days")]
    [InlineData("\"rejectsExpire\": \"99999d\"", "up to 36500d")]
    [InlineData("\"encryptPayload\": \" \"", "the name of a key")]
    [InlineData("\"encryptPayload\": true", "the name of a key")]
    public void Anything_else_is_a_mistake(string property, string expected)
    {
        var invalid = Assert.Throws<InvalidPlanException>(() => Plans.Customers().With(property));

        Assert.Contains(expected, Assert.Single(invalid.Mistakes).Expected, StringComparison.Ordinal);
    }
}
