using CrmMigration.Plan;

namespace CrmMigration.Rejects;

/// <summary>
/// The columns that a fix may name: target columns, which stand for the source column they are made of, and source columns by their own
/// name. A name that is both is a target column.
/// </summary>
internal sealed class FixNames
{
    private readonly string entity;
    private readonly List<(IReadOnlyList<string> From, IReadOnlyList<string> To)> fields;
    private readonly List<string> read;

    private FixNames(string entity, IEnumerable<(IReadOnlyList<string> From, IReadOnlyList<string> To)> fields, IEnumerable<string> others)
    {
        this.entity = entity;
        this.fields = [.. fields];
        read = [.. this.fields.SelectMany(field => field.From).Concat(others).Distinct()];
    }

    /// <summary>Those of a source of an entity, as written; null where its plan lists no fields and only the live tables tell.</summary>
    public static FixNames? Of(string entity, SourcePlan source) => source.Fields is not { } fields ? null : new(
        entity,
        fields.Select(field => (field.From, field.To)),
        fields.SelectMany(field => field.As).Select(transform => transform.CountryColumn).OfType<string>().Concat(source.When.Select(condition => condition.Column)));

    public static FixNames Of(string entity, CheckedSource source) => new(
        entity,
        source.Fields.Select(field => (Names(field.From), Names(field.To))),
        source.Fields.SelectMany(field => field.Read).Select(column => column.Name).Concat(source.Plan.When.Select(condition => condition.Column)));

    public bool IsTarget(string name) => fields.Exists(field => field.To.Contains(name));

    /// <summary>The source column that a name stands for, or in a sentence without the name why it stands for none.</summary>
    public (string? Column, string? Problem) Find(string name) => fields.Find(field => field.To.Contains(name)) switch
    {
        { From: [var column] } => (column, null),
        { From: [] } => (null, $"The plan of {entity} gives that column the same value in every row. Change the plan."),
        { From: { } columns } => (null, $"The plan of {entity} makes that column of several: name one of the source columns {string.Join(", ", columns)}."),
        _ when read.Contains(name) => (name, null),
        _ => (null, $"The plan of {entity} neither writes nor reads such a column. It writes {string.Join(", ", fields.SelectMany(field => field.To))}, and reads {string.Join(", ", read)}."),
    };

    private static IReadOnlyList<string> Names(IEnumerable<LiveColumn> columns) => [.. columns.Select(column => column.Name)];
}
