using CrmMigration.Plan;
using CrmMigration.Plan.Checking;
using CrmMigration.Plan.Drafting;
using Npgsql;

namespace CrmMigration.Profile.Relations;

/// <summary>Which columns of a table hold keys of other entities, and how many of their values are no key there.</summary>
internal sealed class ReferenceSearch(NpgsqlConnection connection, SourceTable child, IReadOnlyList<SourceTable> all)
{
    private const double LeastContained = 0.9;

    public async Task<IReadOnlyList<ReferenceProfile>> Find(OrphanCount count, CancellationToken cancellation)
    {
        var found = new List<ReferenceProfile>();
        foreach (var (column, parent) in Planned())
        {
            found.Add(await Planned(column, parent, count, cancellation));
        }

        foreach (var (column, parent, basis) in Likely().Where(likely => found.All(known => known.Column != likely.Column.Name)).ToList())
        {
            if (found.All(known => known.Column != column.Name) && await Likely(column, parent, (basis, count), cancellation) is { } reference)
            {
                found.Add(reference);
            }
        }

        return found;
    }

    private IEnumerable<(LiveColumn Column, string Parent)> Planned() =>
        from field in child.Mapped?.Sources[0].Fields ?? []
        where field is { IsCopy: true, From: [{ Cast: null }] } && child.Entity.References.ContainsKey(field.To[0].Name)
        select (field.From[0], child.Entity.References[field.To[0].Name]);

    private async Task<ReferenceProfile> Planned(LiveColumn column, string name, OrphanCount count, CancellationToken cancellation)
    {
        var parents = all.Where(table => table.Entity.Name == name).ToList();
        return parents.FirstOrDefault(table => table.From.Source == child.From.Source) is not { } parent
            ? new(column.Name, name, ReferenceBasis.Plan, null, "Its rows are in another database, or could not be found; a rehearsal counts what is missing.")
            : !SameKind(column, parent.Table.Column(parent.From.Key))
                ? new(column.Name, name, ReferenceBasis.Plan, null, "The two columns are of different types and cannot be compared.")
                : new(column.Name, name, ReferenceBasis.Plan, await count.Of(connection, column.Name, (parent.Table.Name, parent.From.Key), cancellation));
    }

    // A foreign key first, then a name that tells; values alone tell something only where they are not small numbers, which any numbered table holds.
    private IEnumerable<(LiveColumn Column, SourceTable Parent, ReferenceBasis Basis)> Likely() =>
        from column in child.Table.Columns
        where column.Name != child.From.Key
        from parent in all
        where parent.From.Source == child.From.Source && parent.Table.Name != child.Table.Name && SameKind(column, parent.Table.Column(parent.From.Key))
        let basis = Basis(column, parent)
        where basis is not null
        orderby basis
        select (column, parent, basis.Value);

    private ReferenceBasis? Basis(LiveColumn column, SourceTable parent)
    {
        if (child.Table.ForeignKeys.Contains(new(column.Name, parent.Table.Name, parent.From.Key)))
        {
            return ReferenceBasis.ForeignKey;
        }

        var words = NameWords.Of(column.Name);
        return words is [_, .., "id" or "no" or "nr" or "number" or "key" or "ref" or "code"] && NameWords.Joined(parent.Table.Name.Name) == string.Concat(words.SkipLast(1)) ? ReferenceBasis.Name
            : column.BaseType is "uuid" || (column.IsText && column.MaxLength is null or <= 64) ? ReferenceBasis.Values
            : null;
    }

    private async Task<ReferenceProfile?> Likely(LiveColumn column, SourceTable parent, (ReferenceBasis Basis, OrphanCount Count) how, CancellationToken cancellation)
    {
        var key = (parent.Table.Name, parent.From.Key);
        var orphans = await how.Count.OfSample(connection, column.Name, key, cancellation);
        var agrees = orphans.Of > 0 && orphans.Values <= (1 - LeastContained) * orphans.Of;
        return agrees || how.Basis == ReferenceBasis.ForeignKey ? new(column.Name, parent.Entity.Name, how.Basis, orphans) : null;
    }

    private static bool SameKind(LiveColumn column, LiveColumn? key) => key is not null && Kind(column) is { } kind && kind == Kind(key);

    private static string? Kind(LiveColumn column) => column switch
    {
        { BaseType: "int2" or "int4" or "int8" } => "integer",
        { BaseType: "uuid" } => "uuid",
        { IsText: true } => "text",
        _ => null,
    };
}
