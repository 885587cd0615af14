using Dapper;

namespace CrmMigration.Tests.Postgres;

/// <summary>Compares a table of the old CRM with one of the new CRM that is to hold the same rows, every column of every row.</summary>
internal static class Differences
{
    /// <summary>Empty when they are equal; else keys, and what stands on each side, old first.</summary>
    public static Task<List<string>> Between(Crms crms, string table, string newTable) => Between(crms, crms.Old.DataSource, table, newTable);

    /// <summary>The same where the old CRM is elsewhere.</summary>
    public static async Task<List<string>> Between(Crms crms, Npgsql.NpgsqlDataSource old, string table, string newTable)
    {
        await using var target = await crms.New.DataSource.OpenConnectionAsync();
        await target.ExecuteAsync($"create schema if not exists compared; drop table if exists compared.{table}; create table compared.{table} (like {newTable})");
        var columns = await target.ExecuteScalarAsync<string>(
            $"select string_agg(quote_ident(attname), ', ' order by attnum) from pg_attribute where attrelid = '{newTable}'::regclass and attnum > 0 and not attisdropped");
        await using var source = await old.OpenConnectionAsync();
        using (var rows = await source.BeginTextExportAsync($"copy (select {columns} from {table}) to stdout"))
        await using (var copy = await target.BeginTextImportAsync($"copy compared.{table} ({columns}) from stdin"))
        {
            await copy.WriteAsync(await rows.ReadToEndAsync());
        }

        return [.. await target.QueryAsync<string>(
            $"""
            select coalesce(there.id, here.id) || ': ' || coalesce(there::text, 'no row') || ' - ' || coalesce(here::text, 'no row')
            from compared.{table} as there full join {newTable} as here on here.id = there.id
            where there::text is distinct from here::text order by 1
            """)];
    }
}
