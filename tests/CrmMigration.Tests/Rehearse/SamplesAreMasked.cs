using CrmMigration.Reconcile.Report;
using CrmMigration.Rehearse;
using CrmMigration.Tests.Postgres;
using CrmMigration.Tests.Runs;
using Xunit;

namespace CrmMigration.Tests.Rehearse;

public class SamplesAreMasked
{
    private const string Old =
        Plans.OwnersTable + """
        ; insert into old_crm_customers values (1, 'Dr. Wilhelmina Quartermaine', 'Mina.Quartermaine@Example.com', '(212) 555-0100'), (2, 'Bartholomew Quick', 'nonsense', null),
          (3, null, 'nobody@example.com', null), (4, 'Wilhelmina Quartermaine', 'mina.quartermaine@example.com', null)
        """;

    private const string Target =
        """
        create table new_crm_customers (id int primary key, first_name varchar(255), last_name varchar(255), email varchar(255), phone varchar(255));
        insert into new_crm_customers values (1, 'Wilhelmina', 'Quartermaine', 'mina@elsewhere.example', '+12125550100')
        """;

    [Fact]
    public async Task Each_rule_shows_values_before_and_after()
    {
        await using var crms = await Crms.Create(Old, Target);

        var samples = (await crms.Rehearse(Plans.Customers())).Entities[0].Samples;

        Assert.Contains(new(SampleKind.Updated, "", "email", "1", "m•••@e••••••••.e••••••", "M•••.Q•••••••••••@e••••••.c••"), samples);
        Assert.Contains(new(SampleKind.Created, "", "first_name, last_name", "2", "B•••••••••• Q••••", "B•••••••••• | Q••••"), samples);
        Assert.Contains(new(SampleKind.Corrected, "email.no-at", "email", "2", "n•••••••", null), samples);
        Assert.Contains(new(SampleKind.Rejected, "required.missing", "last_name", "3", null, null), samples);
        Assert.Contains(samples, sample => sample is { Kind: SampleKind.Corrected, Field: "title" or "last_name" or "first_name", SourceKey: "1", Before: "D•. W••••••••• Q•••••••••••" });
    }

    [Theory]
    [InlineData("")]
    [InlineData(Target)]
    public async Task Each_rule_of_a_run_shows_values_that_it_corrected(string newSchema)
    {
        await using var crms = await Crms.Create(Old, newSchema);

        var report = await crms.Migrate(Plans.Customers());

        var samples = report.Entities[0].Samples;
        Assert.All(samples, sample => Assert.Equal(SampleKind.Corrected, sample.Kind));
        Assert.Contains(new(SampleKind.Corrected, "email.no-at", "email", "2", "n•••••••", null), samples);
        Assert.Equal(report.Entities[0].Corrections.Select(rule => rule.Rule).Distinct().Order(), samples.Select(sample => sample.Rule).Distinct().Order());
        var told = string.Join('\n', [ReportJson.Write(report), HtmlReport.Render(report), .. await crms.New.All<string>("select t::text from crm_migration.masked_samples as t")]);
        Assert.Contains("Values that were corrected", told, StringComparison.Ordinal);
        Assert.DoesNotMatch("(?i)uarter|artholo|onsense|ilhelm|5550100|555-0100", told);
    }

    [Fact]
    public async Task Many_values_of_a_rule_are_shown_by_three_that_arrived()
    {
        await using var crms = await Crms.Create(Plans.OwnersTable + "; insert into old_crm_customers select i, 'Ann Lee' || i, 'nonsense', null from generate_series(1, 500) as i");

        var samples = (await crms.Migrate(Plans.Customers(), partitionRows: 100)).Entities[0].Samples;

        Assert.Equal(["1", "2", "3"], samples.Where(sample => sample.Rule == "email.no-at").Select(sample => sample.SourceKey));
    }

    [Theory]
    [InlineData("")]
    [InlineData(Target)]
    public async Task No_value_of_a_row_stays_behind_in_the_books_or_is_told(string newSchema)
    {
        await using var crms = await Crms.Create(Old, newSchema);

        var report = await crms.Rehearse(Plans.Customers());

        var told = string.Join('\n', [ReportJson.Write(report), HtmlReport.Render(report), .. await Books(crms)]);
        Assert.Contains("Q••••", told, StringComparison.Ordinal);
        Assert.DoesNotMatch("(?i)uarter|artholo|onsense|ilhelm|5550100|555-0100", told);
    }

    [Fact]
    public async Task Triggers_and_keys_that_had_no_part_are_told()
    {
        await using var crms = await Crms.Create(ResumeAtEveryStep.OldSchema, UsedTarget.Tables + "; alter table new_crm_orders add constraint old_amount check (amount > 5) not valid");

        var report = await crms.Rehearse(Plans.CustomersAndOrders());

        Assert.Equal(
            [
                "Triggers of new_crm_customers do not fire in a rehearsal: noting. What they change or refuse is not in the figures.",
                "The constraint old_amount of new_crm_orders is not valid for the rows that are there; whether it refuses new ones is not rehearsed.",
            ],
            report.Entities.SelectMany(entity => entity.Forecast!.NotRehearsed));
    }

    private static async Task<IEnumerable<string>> Books(Crms crms)
    {
        var rows = new List<string>();
        foreach (var table in await crms.New.All<string>("select format('%I.%I', schemaname, tablename) from pg_tables where schemaname = 'crm_migration'"))
        {
            rows.AddRange(await crms.New.All<string>($"select t::text from {table} as t"));
        }

        return rows;
    }
}
