namespace CrmMigration.Plan.Drafting;

/// <summary>All tables of both databases.</summary>
/// <param name="OneDatabase">Both connections lead to the same database, so no table may be its own counterpart.</param>
internal sealed record DraftSides(IReadOnlyList<LiveTable> Source, IReadOnlyList<LiveTable> Target, bool OneDatabase)
{
    public static async Task<DraftSides> Read(DraftRequest request, CancellationToken cancellation)
    {
        var (source, target) = (new Catalog(request.Source), new Catalog(request.Target));
        var identities = (await source.ReadDatabase(cancellation), await target.ReadDatabase(cancellation));
        return new(
            await Tables(source, cancellation), await Tables(target, cancellation), identities.Item1.Identity == identities.Item2.Identity);
    }

    private static async Task<IReadOnlyList<LiveTable>> Tables(Catalog catalog, CancellationToken cancellation)
    {
        var tables = await catalog.ReadTables(await catalog.ReadTableNames(cancellation), cancellation);
        return [.. tables.OrderBy(table => table.Name.Schema, StringComparer.Ordinal).ThenBy(table => table.Name.Name, StringComparer.Ordinal)];
    }
}
