using CrmMigration.Reconcile.Report;

namespace CrmMigration.Profile.Telling;

/// <summary>What stands out of a table's keys and references.</summary>
internal static class TableRemarks
{
    public static IEnumerable<Told> Of(TableProfile table) => table.Rows == 0
        ? [Told.Notice(table, null, "The table is empty.", 100)]
        :
        [
            .. table.Keys.SelectMany(key => Key(table, key)),
            .. table.References.SelectMany(reference => Reference(table, reference)),
            .. table.FailingCasts.Select(cast => Cast(table, cast)),
        ];

    private static Told Cast(TableProfile table, FailingCast cast) => Told.Serious(
        table, cast.Column, $"Some of its values cannot be cast to {cast.Type}; such rows would be rejected. What depends on the cast is not predicted here; a rehearsal counts it.", 50);

    private static IEnumerable<Told> Key(TableProfile table, KeyProfile key)
    {
        if (!key.IsPlanKey || key.IsUnique)
        {
            yield break;
        }

        if (key.Nulls > 0)
        {
            yield return Told.Serious(table, key.Column, $"{Figures.Counted(key.Nulls, "row")} {(key.Nulls == 1 ? "has" : "have")} no key. Give each of them one: a migration tells rows apart by it.", 100);
        }

        if (key is { RepeatedRows: > 0 and var rows, RepeatedValues: > 0 and var values })
        {
            yield return Told.Serious(
                table, key.Column, $"{Figures.Counted(values, "key")} {(values == 1 ? "stands" : "stand")} in several rows each, {Figures.Counted(rows, "row")} too many. Remove the repeated rows, or name another key.", 100);
        }
    }

    private static IEnumerable<Told> Reference(TableProfile table, ReferenceProfile reference)
    {
        if (reference is { Basis: ReferenceBasis.Plan, Orphans: { Values: > 0 } orphans })
        {
            yield return Told.Serious(
                table, reference.Column, $"{ShareWords.Counted(orphans, "value")} {(orphans is { IsExact: true, Values: 1 } ? "is" : "are")} no key of {reference.Parent}; such rows would be rejected.", orphans.Percent);
        }
        else if (reference is { Basis: not ReferenceBasis.Plan, Orphans: { } others })
        {
            var all = others.Values == 0 ? "all its values" : $"{ShareWords.Percent(Complement(others))} of its values";
            var known = reference.Basis == ReferenceBasis.ForeignKey ? "It has a foreign key to" : $"It seems to refer to {reference.Parent}: {all} are keys of";
            yield return Told.Notice(table, reference.Column, $"{known} {reference.Parent}, and the plan has no reference for it: it would not follow a row that is merged.", 50);
        }
    }

    private static Share Complement(Share share) => share with { Values = share.Of - share.Values };
}
