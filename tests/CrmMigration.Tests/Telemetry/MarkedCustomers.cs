using CrmMigration.Tests.Postgres;
using Xunit;

namespace CrmMigration.Tests.Telemetry;

/// <summary>Old customers whose values can be told from everything else: plain, corrected, merged, rejected by a rule, and refused by the target.</summary>
internal static class MarkedCustomers
{
    private static readonly string[] Markers = ["zyxmark", "qwvmark", "5550107"];

    /// <summary>The old table, and the same 40 people twice over so that some are merged.</summary>
    public const string Old = Plans.OwnersTable + """
        ;
        insert into old_crm_customers select i, 'Zyxmark' || i % 40 || ' Qwvmark', 'zyxmark' || i % 40 || '@example.org', '(555) 010-7' || 100 + i % 40 from generate_series(1, 80) i;
        insert into old_crm_customers values
          (101, null, 'zyxmark-without-name@example.org', null),
          (102, 'Dr Zyxmark van der Qwvmark III', 'zyxmark at nowhere', 'call Qwvmark'),
          (103, 'Zyxmark Checkqwvmark', 'zyxmark103@example.org', null),
          (104, 'Otherzyxmark Twiceqwvmark', 'zyxmark1@example.org', null),
          (105, 'Zyxmark ' || repeat('qwvmark', 20), null, null),
          (106, 'Zyxmark Triggerqwvmark', null, '555 010 7999');
        """;

    /// <summary>
    /// A new table that refuses one row by a check, one as not unique, one by a trigger, and every row by the trigger while the table
    /// <c>broken</c> has a row: with the SQLSTATE in it, and a message, a detail and a hint that quote the row.
    /// </summary>
    public const string New = """
        create table new_crm_customers (
          id int primary key, first_name varchar(100), last_name varchar(100) check (last_name not ilike 'check%'),
          email varchar(100) unique, phone varchar(50));
        create table broken (state text not null);
        create function refuse() returns trigger language plpgsql as $$
        declare fault text;
        begin
          select state into fault from broken;
          if fault is null and new.last_name ilike 'trigger%' then fault := 'P0001'; end if;
          if fault is not null then
            raise exception 'no % please', new.first_name using errcode = fault, detail = new::text, hint = coalesce(new.email, new.first_name);
          end if;
          return new;
        end $$;
        create trigger refuse before insert or update on new_crm_customers for each row execute function refuse();
        """;

    /// <summary>Fails when a value of the old customers stands in a text, which must not be empty.</summary>
    public static void AssertAbsent(string text)
    {
        Assert.NotEmpty(text);
        foreach (var line in text.Split('\n'))
        {
            Assert.All(Markers, marker => Assert.DoesNotContain(marker, line, StringComparison.OrdinalIgnoreCase));
        }
    }
}
