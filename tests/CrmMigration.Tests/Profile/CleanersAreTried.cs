using CrmMigration.Profile;
using CrmMigration.Tests.Postgres;
using Xunit;

namespace CrmMigration.Tests.Profile;

public sealed class CleanersAreTried
{
    private const string Numbers =
        "create table things (id int primary key, phone text, fax text, country text); insert into things values (1, '0301234567', '0301234567', 'DE'), (2, '030 1234567', null, 'Germany')";

    [Theory]
    [InlineData("""{ "regionFrom": "country", "region": "DE" }""", "\"to\": \"phone\"")]
    [InlineData("""{ "region": "DE" }""", """ "to": { "number": "phone", "extension": "extension" } """)]
    [InlineData("""{ "regionFrom": "country", "region": "DE" }""", """ "to": { "number": "phone", "extension": "extension" } """)]
    public async Task Phone_numbers_are_tried_by_the_plans_region_whatever_else_tells_it_one(string settings, string to)
    {
        await using var crm = await ProfiledCrm.Create(Numbers);

        var table = await crm.Table(Plans.Of(
            $$"""
            "things": { "from": { "table": "things", "key": "id" }, "to": { "table": "t", "key": "id", "create": true },
              "fields": [ { "from": "phone", {{to}}, "as": { "phone": {{settings}} } } ] }
            """));

        Assert.Equal(("DE", true, 2), Phones(table, "phone"));
        Assert.Equal(("DE", false, 1), Phones(table, "fax"));
    }

    private static (string? Settings, bool IsPlanned, long Tidied) Phones(TableProfile table, string column)
    {
        var shares = Assert.Single(table.Columns.Single(one => one.Name == column).Cleaners, one => one.Cleaner == "phone");
        return (shares.Settings, shares.IsPlanned, shares.Tidied.Values);
    }
}
