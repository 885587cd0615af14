using CrmMigration.Plan;
using CrmMigration.Source;

namespace CrmMigration.Map;

/// <summary>
/// Which columns of one source of an entity are read, in which order, and which are written. The key is the first of both. All sources of
/// an entity write the same columns in the same order.
/// </summary>
internal sealed class EntityMapping
{
    private EntityMapping(CheckedEntity entity, int source, Func<CheckedField, bool> isMapped, WorkTable? work = null)
    {
        Table = work?.Sql ?? entity.Plan.TargetTable.Sql;
        IsPrivate = work?.LoadsFirst == true;
        TakesMetRows = work?.TakesMetRows == true;
        Entity = entity;
        Position = source;
        Fields = [.. Source.Fields.Where(isMapped)];
        SourceColumns = [.. Fields.SelectMany(field => field.Read).Prepend(Source.Key).Select(ReadColumn.Of).Distinct()];
        var mapped = entity.Sources.SelectMany(one => one.Fields.Where(isMapped)).SelectMany(field => field.To).Select(column => column.Name).ToHashSet();
        TargetColumns = [entity.TargetKey, .. entity.Columns.Where(column => mapped.Contains(column.Name))];
        SourceKeyKind = KindOf(Source.Key);
        TargetKeyKind = KindOf(entity.TargetKey);
        Arrangement = Arrange();
    }

    public CheckedEntity Entity { get; }

    /// <summary>The position of the source among the entity's.</summary>
    public int Position { get; }

    public CheckedSource Source => Entity.Sources[Position];

    public IReadOnlyList<CheckedField> Fields { get; }

    /// <summary>What is read, each once. Behind them stands the place of the first condition not met, where there are conditions.</summary>
    public IReadOnlyList<ReadColumn> SourceColumns { get; }

    /// <summary>What a row must meet to be moved.</summary>
    public IReadOnlyList<RowCondition> Conditions => Source.Plan.When;

    public IReadOnlyList<LiveColumn> TargetColumns { get; }

    /// <summary>
    /// For each target column its place among what the fields write, or -1 for none; null where the fields write the target columns as they
    /// stand.
    /// </summary>
    public int[]? Arrangement { get; }

    public KeyKind SourceKeyKind { get; }

    public KeyKind TargetKeyKind { get; }

    /// <summary>The quoted table that rows are loaded into.</summary>
    public string Table { get; }

    /// <summary>Nobody else knows the table yet: it holds only rows of this run, and no index.</summary>
    public bool IsPrivate { get; }

    /// <summary>The table stands for the target: a row of the target that has the key of one that is loaded comes into it before.</summary>
    public bool TakesMetRows { get; }

    /// <summary>Everything that the plan moves from a source, into the target or into a table in its place.</summary>
    public static EntityMapping Of(CheckedEntity entity, int source, WorkTable? work) => new(entity, source, _ => true, work);

    /// <summary>The mapping where only the target matters, which is the same for all sources.</summary>
    public static EntityMapping OfTarget(CheckedEntity entity, WorkTable? work) => Of(entity, 0, work);

    /// <summary>Only what decides whether a row is refused and what it is matched by; refuses the same rows as the whole mapping.</summary>
    public static EntityMapping ForMatching(CheckedEntity entity, int source)
    {
        var needed = entity.Plan.Match.SelectMany(rule => rule).Concat(entity.Sources.SelectMany(one => one.Plan.Required)).Concat(entity.Plan.References.Keys).ToHashSet();
        return new(entity, source, field => field.Plan.As.Count > 0 || field.Plan.Cast is not null || field.To.Any(column => needed.Contains(column.Name)));
    }

    /// <summary>The place of a source column in the rows that are read.</summary>
    public int SourceIndex(LiveColumn column) => IndexOf(SourceColumns, ReadColumn.Of(column));

    /// <summary>The place of a target column; -1 when this mapping does not write it.</summary>
    public int TargetIndex(string column) => IndexOf(TargetColumns.Select(one => one.Name), column);

    /// <summary>The place of the source column that a target column is copied from; -1 when this source has none.</summary>
    public int SourceIndexOfTarget(string column) =>
        Fields.SingleOrDefault(field => field.To.Any(to => to.Name == column)) is { } field ? SourceIndex(field.From[0]) : -1;

    /// <summary>The COPY that reads a range of the source table in this mapping's column order.</summary>
    public string CopyOut(string condition) => CopyOut($"{Source.Plan.Table.Sql} where {condition}", _ => true);

    /// <summary>The columns of the source table that are read, for their value or for a condition, by their names there.</summary>
    public IEnumerable<string> SourceNames => SourceColumns.Select(column => column.Name).Concat(Conditions.Select(condition => condition.Column)).Distinct();

    /// <summary>The same from any FROM item; a column that is not wanted is NULL in each row.</summary>
    public string CopyOut(string from, Func<ReadColumn, bool> wants) => $"copy (select {string.Join(", ", SelectList(wants))} from {from}) to stdout (format binary)";

    /// <summary>What is selected of the source table: its columns, and last the place of the first condition not met, where there are conditions.</summary>
    public IEnumerable<string> SelectList(Func<ReadColumn, bool> wants)
    {
        var columns = SourceColumns.Select((column, i) => i == 0 || wants(column) ? column.Sql : "null");
        var conditions = Conditions.Select((condition, i) => $"when not ({condition.Sql}) then {i + 1}");
        return Conditions.Count == 0 ? columns : columns.Append($"(case {string.Join(' ', conditions)} else 0 end)::int2");
    }

    /// <summary>The quoted target columns in this mapping's order, for COPY and INSERT.</summary>
    public string TargetColumnList => string.Join(", ", TargetColumns.Select(column => SqlName.Quote(column.Name)));

    private int[]? Arrange()
    {
        string[] written = [Entity.TargetKey.Name, .. Fields.SelectMany(field => field.To).Select(column => column.Name)];
        int[] places = [.. TargetColumns.Select(column => IndexOf(written, column.Name))];
        return places.Select((place, index) => place == index).All(stands => stands) ? null : places;
    }

    private static KeyKind KindOf(LiveColumn key) =>
        KeyKinds.Of(key.BaseType) ?? throw new InvalidOperationException($"Bug: the check let a key of type {key.Type} pass.");

    private static int IndexOf<T>(IEnumerable<T> items, T item)
        where T : IEquatable<T> =>
        items.Select((one, index) => (one, index)).Where(pair => pair.one.Equals(item)).Select(pair => pair.index).FirstOrDefault(-1);
}
