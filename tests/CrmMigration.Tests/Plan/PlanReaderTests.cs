using CrmMigration.Plan;
using CrmMigration.Plan.Transforms;
using Xunit;

namespace CrmMigration.Tests.Plan;

public sealed class PlanReaderTests
{
    [Fact]
    public void The_plan_of_the_owner_is_read_as_written()
    {
        var plan = PlanReader.ReadFile(Repository.File("plans/legacy-crm.json"));

        Assert.Equal(("legacy-crm", "OldCrm", "NewCrm"), (plan.Name, plan.Sources["old"], plan.TargetConnection));
        var customers = plan.Entities[0];
        Assert.Equal("old_crm_customers id new_crm_customers id True", string.Join(' ', customers.From[0].Table, customers.From[0].Key, customers.TargetTable, customers.TargetKey, customers.Create));
        Assert.Equal([new PersonNameTransform(), new EmailTransform(), new PhoneTransform("US")], customers.From[0].Fields!.SelectMany(field => field.As));
        Assert.Equal(["first_name", "last_name"], customers.From[0].Fields![0].To);
        Assert.Equal(["last_name"], customers.Required);
        Assert.Equal([["email", "first_name"], ["phone", "first_name", "last_name"]], customers.Match);
        Assert.Equal(["customers", "orders", "transactions"], plan.Entities.Select(entity => entity.Name));
        Assert.Equal("customers", plan.Entities[1].References["customer_id"]);
        Assert.Null(plan.Entities[1].From[0].Fields);
    }

    [Fact]
    public void The_text_of_the_plan_is_kept_for_the_run()
    {
        var json = PlanJson.With("");

        Assert.Equal(json, PlanReader.Read(json).Json);
    }

    [Fact]
    public void Comments_trailing_commas_and_a_byte_order_mark_are_allowed()
    {
        var plan = PlanReader.Read("\uFEFF" + PlanJson.With("/* none */ // either\n"));

        Assert.Equal("people", Assert.Single(plan.Entities).Name);
    }

    [Fact]
    public void The_only_source_need_not_be_named()
    {
        var plan = PlanReader.Read(PlanJson.With(""));

        Assert.Equal("old", plan.Entities[0].From[0].Source);
    }

    [Fact]
    public void Limits_and_totals_are_read()
    {
        var plan = PlanReader.Read(PlanJson.With("""
            "matchKeyLimit": 7, "totals": [{ "sum": "amount", "by": "currency" }, { "sum": "tax" }]
            """));

        Assert.Equal(7, plan.Entities[0].MatchKeyLimit);
        Assert.Equal([new("amount", "currency"), new("tax", null)], plan.Entities[0].Totals!);
    }

    [Fact]
    public void A_phone_region_in_small_letters_is_the_same_region()
    {
        var plan = PlanReader.Read(PlanJson.With("""
            "fields": [{ "from": "tel", "to": "phone", "as": { "phone": { "region": "de" } } }]
            """));

        Assert.Equal([new PhoneTransform("DE")], plan.Entities[0].From[0].Fields![0].As);
    }

    [Fact]
    public void A_phone_number_may_have_its_country_in_a_column_and_its_extension_too()
    {
        var plan = PlanReader.Read(PlanJson.With("""
            "fields": [{ "from": "tel", "to": { "number": "phone", "extension": "ext" }, "as": ["trim", { "phone": { "regionFrom": "land" } }] }]
            """));

        var field = plan.Entities[0].From[0].Fields![0];
        Assert.Equal(["phone", "ext"], field.To);
        Assert.Equal([new TrimTransform(), new PhonePartsTransform(new(null, "land"))], field.As);
    }

    [Fact]
    public void Odd_names_are_read_as_they_stand()
    {
        var plan = PlanReader.Read(PlanJson.With("").Replace("\"people\", \"key\"", "\"crm.\\\"Kunden.alt\\\"\", \"key\"", StringComparison.Ordinal));

        Assert.Equal(new TableName("crm", "Kunden.alt"), plan.Entities[0].From[0].Table);
    }

    [Fact]
    public void The_key_may_be_listed_among_the_fields()
    {
        var plan = PlanReader.Read(PlanJson.With("""
            "fields": [{ "from": "id", "to": "id" }, { "from": "mail", "to": "email" }]
            """));

        Assert.Equal(2, plan.Entities[0].From[0].Fields!.Count);
    }
}
