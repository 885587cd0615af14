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

    [Fact]
    public void A_plan_and_its_entities_say_how_much_may_be_rejected()
    {
        var plan = Plans.Customers("\"stopAfter\": { \"percent\": 0.5 }").With("\"stopAfter\": { \"rejects\": 1000, \"percent\": 5 }");

        Assert.Equal((new(1000, 5), new(null, 0.5m)), (plan.StopAfter, plan.Entities[0].StopAfter));
        Assert.Null(Plans.Customers().StopAfter);
    }

    [Theory]
    [InlineData("\"stopAfter\": 7", "an object")]
    [InlineData("\"stopAfter\": {}", "\"rejects\", \"percent\" or both")]
    [InlineData("\"stopAfter\": { \"rejects\": 0 }", "at least 1")]
    [InlineData("\"stopAfter\": { \"rejects\": 1.5 }", "at least 1")]
    [InlineData("\"stopAfter\": { \"rejects\": \"5\" }", "at least 1")]
    [InlineData("\"stopAfter\": { \"percent\": 100 }", "below 100")]
    [InlineData("\"stopAfter\": { \"percent\": 0 }", "above 0")]
    [InlineData("\"stopAfter\": { \"rows\": 5 }", "one of rejects, percent")]
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
