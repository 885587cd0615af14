using CrmMigration.Plan.Checking;
using Xunit;

namespace CrmMigration.Tests.Plan;

public class RetypingTests
{
    [Theory]
    [InlineData("text", "text")]
    [InlineData("character varying(10)", "text")]
    [InlineData("text", "character varying(10)")]
    [InlineData("character varying(10)", "character varying(5)")]
    [InlineData("smallint", "bigint")]
    [InlineData("numeric(10,2)", "numeric(12,4)")]
    [InlineData("numeric(10,2)", "numeric")]
    [InlineData("timestamp(0) without time zone", "timestamp(3) without time zone")]
    [InlineData("timestamp(0) with time zone", "timestamp with time zone")]
    public void A_type_that_has_the_same_values_keeps_them(string before, string now) => Assert.True(Retyping.KeepsValues(before, now));

    [Theory]
    [InlineData("text", "integer")]
    [InlineData("bigint", "integer")]
    [InlineData("integer", "numeric")]
    [InlineData("character(10)", "text")]
    [InlineData("numeric(10,2)", "numeric(10,1)")]
    [InlineData("numeric(10,2)", "numeric(11,4)")]
    [InlineData("numeric", "numeric(30,10)")]
    [InlineData("timestamp without time zone", "timestamp with time zone")]
    [InlineData("timestamp with time zone", "timestamp(0) with time zone")]
    [InlineData("timestamp without time zone", "date")]
    [InlineData("crm.mood", "crm.state")]
    [InlineData("integer[]", "bigint[]")]
    public void Any_other_type_does_not(string before, string now) => Assert.False(Retyping.KeepsValues(before, now));
}
