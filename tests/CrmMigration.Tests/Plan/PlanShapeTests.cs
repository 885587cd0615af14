using System.Text.Json;
using CrmMigration.Plan.Reading;
using CrmMigration.Plan.Reading.Transforms;
using Xunit;

namespace CrmMigration.Tests.Plan;

public sealed class PlanShapeTests
{
    public static TheoryData<string, string[]> Objects => new()
    {
        { "plan", PlanShape.Plan },
        { "connection", PlanShape.Connection },
        { "entity", PlanShape.Entity },
        { "entityFrom", PlanShape.EntityFrom },
        { "entityTo", PlanShape.EntityTo },
        { "boolean", PlanShape.Boolean },
        { "changes", PlanShape.Changes },
        { "changesByLog", PlanShape.ChangesByLog },
        { "log", PlanShape.Log },
        { "date", PlanShape.Date },
        { "deletes", PlanShape.Deletes },
        { "field", PlanShape.Field },
        { "hash", PlanShape.Hash },
        { "keyOffset", PlanShape.KeyOffset },
        { "mask", PlanShape.Mask },
        { "nameParts", PlanShape.NameParts },
        { "condition", PlanShape.Condition },
        { "email", PlanShape.Email },
        { "nullIf", PlanShape.NullIf },
        { "number", PlanShape.Number },
        { "otherwise", PlanShape.Otherwise },
        { "pad", PlanShape.Pad },
        { "phone", PlanShape.Phone },
        { "phoneParts", PlanShape.PhoneParts },
        { "postalCode", PlanShape.PostalCode },
        { "replace", PlanShape.Replace },
        { "split", PlanShape.Split },
        { "splitParts", PlanShape.SplitParts },
        { "stopAfter", PlanShape.StopAfter },
        { "titleCase", PlanShape.TitleCase },
        { "total", PlanShape.Total },
        { "valueMap", PlanShape.ValueMap },
    };

    [Theory]
    [MemberData(nameof(Objects))]
    public void The_schema_and_the_reader_know_the_same_properties(string definition, string[] known)
    {
        var properties = Definitions().GetProperty(definition).GetProperty("properties").EnumerateObject().Select(property => property.Name);

        Assert.Equal(known.Order(), properties.Order());
    }

    [Fact]
    public void The_schema_describes_no_object_that_the_reader_does_not_know()
    {
        var closed = Definitions().EnumerateObject().Where(definition => definition.Value.TryGetProperty("properties", out _)).Select(definition => definition.Name);

        Assert.Equal(Objects.Select(row => row.Data.Item1).Order(), closed.Order());
    }

    [Fact]
    public void The_schema_and_the_reader_know_the_same_transforms()
    {
        var choices = Definitions().GetProperty("transform").GetProperty("oneOf").EnumerateArray();

        var names = choices.SelectMany(choice => choice.TryGetProperty("const", out var name)
            ? [name.GetString()!]
            : choice.GetProperty("properties").EnumerateObject().Select(property => property.Name));

        Assert.Equal(KnownTransforms.ByName.Keys.Order(), names.Distinct().Order());
    }

    private static JsonElement Definitions()
    {
        using var schema = JsonDocument.Parse(File.ReadAllText(Repository.File("plans/plan.schema.json")));
        return schema.RootElement.GetProperty("$defs").Clone();
    }
}
