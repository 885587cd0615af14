using CrmMigration.Reconcile;
using CrmMigration.Tests.Postgres;
using Xunit;

namespace CrmMigration.Tests.Load;

public class UntouchedColumnsArriveBitForBit
{
    private const string Table =
        """
        create type mood as enum ('sad', 'ok', 'happy');
        create domain short_text as varchar(10);
        create table things (
          id bigint primary key, n numeric, n2 numeric(12,2), d date, ts timestamp, tz timestamptz, f float8, f4 float4, iv interval, t time, tt timetz,
          j json, jb jsonb, a int[], ta text[], b bytea, txt text, v varchar(20), c char(5), u uuid, bits bit(3), vb varbit, m money, i inet, mood mood,
          dom short_text, r int4range, p point, tsv tsvector, flag boolean, x xml
        );
        """;

    private const string Rows =
        """
        insert into things (id, n, n2, d, ts, tz, f, f4, iv, t, tt, j, jb, a, ta, b, txt, v, c, u, bits, vb, m, i, mood, dom, r, p, tsv, flag, x) values
          (1, 'NaN', 1.10, 'infinity', '-infinity', 'infinity', 'NaN', 'Infinity', '1 mon 2 days 03:04:05', '24:00:00', '23:59:59.999999+14', '{"a" : 1, "a": 2}', '{"b": [1, null]}',
             '{}', '{NULL}', '\x00ff10', 'ends with \ and '' " ' || chr(9) || E'\r\n', 'a😀b', 'ab', '00000000-0000-0000-0000-000000000001', '101', '1', '-92233720368547758.08', '::1/64', 'ok',
             'x', '[1,5)', '(1.5,-2)', 'a:1 b:2', false, '<a>1</a>'),
          (2, '1234567890123456789012345678901234567890.0123456789', -0.01, '0001-01-01', '0001-01-01 00:00:00', '294246-12-31 23:59:59+00', 0.1::float8 + 0.2::float8, 1e-45, '-178000000 years', '00:00:00', '00:00:00-14',
             '[]', 'null', '{{1,2},{3,NULL}}', null, '', '', '', '', null, '000', '', '0', '10.0.0.0/8', 'sad', null, 'empty', '(0,0)', '', true, null),
          (3, 1.10, null, '4714-11-24 BC', '294246-12-31 23:59:59.999999', '4714-11-24 00:00:00+00 BC', '-0', '-0', '00:00:00.000001', null, null,
             null, null, null, '{"",NULL,"NULL"}', null, null, '\N', 'e' || chr(769), null, null, null, null, null, null, null, null, null, null, null, null),
          (-9223372036854775808, 'Infinity', null, '5874897-12-31', null, null, '1.7976931348623157e308', null, null, null, null, null, '"\u00e9"', null, null, null, repeat('long ', 20000), null, null, null, null, null, null, null, null, null, null, null, null, null, null);
        """;

    [Fact]
    public async Task Into_a_table_that_was_empty()
    {
        await using var crms = await Crms.Create(Table + Rows, Table);

        var report = await crms.Migrate(Plans.Copy("things", "things"), partitionRows: 2);

        Assert.Empty(report.Findings);
        Assert.Equal(Verdict.Reconciled, report.Verdict);
        Assert.Equal(await Images(crms.Old), await Images(crms.New));
    }

    [Fact]
    public async Task Into_a_table_that_holds_other_rows()
    {
        await using var crms = await Crms.Create(Table + Rows, Table + "insert into things (id, txt) values (77, 'mine')");

        var report = await crms.Migrate(Plans.Copy("things", "things"), partitionRows: 2);

        Assert.Empty(report.Findings);
        Assert.Equal(await Images(crms.Old), await Images(crms.New, "where id <> 77"));
    }

    private static Task<List<string>> Images(TestDatabase database, string where = "") => database.All<string>($"select md5(t::text) || encode(numeric_send(n), 'hex') || encode(float8send(f), 'hex') from things t {where} order by id");
}
