namespace CrmMigration.Tests.Plan;

/// <summary>Plans for tests: one entity, people, whose tables have the same name; line 4 is the entity's first.</summary>
internal static class PlanJson
{
    /// <param name="properties">Further properties of the entity, from line 7 on.</param>
    public static string With(string properties) => Of($$"""
            "people": {
              "from": { "table": "people", "key": "id" },
              "to": { "table": "persons", "key": "id" },
              {{properties}}
            },
        """);

    /// <param name="entities">From line 4 on.</param>
    public static string Of(string entities) => $$"""
        { "plan": "test", "sources": { "old": { "connection": "Old" } },
          "target": { "connection": "New" },
          "entities": {
        {{entities}}
          } }
        """;
}
