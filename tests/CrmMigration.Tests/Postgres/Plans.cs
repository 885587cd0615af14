using CrmMigration.Plan;

namespace CrmMigration.Tests.Postgres;

/// <summary>Plans for tests, written as their users write them.</summary>
internal static class Plans
{
    public const string OwnersTable = "create table old_crm_customers (id int primary key, name varchar(255), email varchar(255), phone varchar(255))";

    private const string CustomerFields =
        """
        "fields": [
          { "from": "name", "to": ["first_name", "last_name"], "as": "personName" },
          { "from": "email", "to": "email", "as": "email" },
          { "from": "phone", "to": "phone", "as": { "phone": { "region": "US" } } }
        ],
        "required": ["last_name"],
        "match": [["email", "first_name"], ["phone", "first_name", "last_name"]]
        """;

    /// <summary>The owner's customers, with more properties of the entity if wanted.</summary>
    public static MigrationPlan Customers(string more = "") => Of(
        $$"""
        "customers": {
          "from": { "source": "old", "table": "old_crm_customers", "key": "id" },
          "to": { "table": "new_crm_customers", "key": "id", "create": true },
          {{CustomerFields}}{{(more.Length > 0 ? "," : "")}}{{more}}
        }
        """);

    /// <summary>Customers and their orders.</summary>
    public static MigrationPlan CustomersAndOrders(string conflicts = "review") => Of(
        $$"""
        "orders": {
          "from": { "source": "old", "table": "old_crm_orders", "key": "id" },
          "to": { "table": "new_crm_orders", "key": "id", "create": true },
          "references": { "customer_id": "customers" }
        },
        "customers": {
          "from": { "source": "old", "table": "old_crm_customers", "key": "id" },
          "to": { "table": "new_crm_customers", "key": "id", "create": true },
          "conflicts": "{{conflicts}}",
          {{CustomerFields}}
        }
        """);

    /// <summary>One table into one table, every column of the same name unchanged.</summary>
    public static MigrationPlan Copy(string from, string to, string key = "id", bool create = false) => Of(
        $$"""
        "things": {
          "from": { "source": "old", "table": "{{from}}", "key": "{{key}}" },
          "to": { "table": "{{to}}", "key": "{{key}}", "create": {{(create ? "true" : "false")}} }
        }
        """);

    /// <summary>A plan with more properties at its top.</summary>
    public static MigrationPlan With(this MigrationPlan plan, string properties) => PlanReader.Read($"{{ {properties}, {plan.Json.TrimStart()[1..]}");

    public static MigrationPlan Of(string entities) => PlanReader.Read(
        $$"""
        {
          "plan": "test",
          "sources": { "old": { "connection": "OldCrm" } },
          "target": { "connection": "NewCrm" },
          "entities": { {{entities}} }
        }
        """);
}
