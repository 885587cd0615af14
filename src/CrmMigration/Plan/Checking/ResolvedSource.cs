namespace CrmMigration.Plan.Checking;

/// <summary>One source of an entity as far as its tables could be told; the key is null when its column was not found.</summary>
internal sealed record ResolvedSource(EntityTables Tables, LiveColumn? Key, IReadOnlyList<CheckedField> Fields)
{
    public SourcePlan Plan => Tables.From;

    /// <summary>Are both tables known, so that it can be said what is written and what is not?</summary>
    public bool IsComplete => Tables.Source is not null && (Tables.Target is not null || Tables.Creates);

    /// <summary>Target columns that are written besides the key, also those whose field has a mistake of its own.</summary>
    public IReadOnlyList<string> Written => Plan.Fields is { } fields
        ? [.. fields.Where(written => !Tables.IsKeyField(written)).SelectMany(written => written.To)]
        : [.. Fields.SelectMany(moved => moved.To).Select(column => column.Name)];

    /// <summary>The field that copies a value unchanged into this target column.</summary>
    public CheckedField? Copying(string column) => Fields.FirstOrDefault(field => field.IsCopy && field.To[0].Name == column);

    /// <summary>The same, writing into these columns where it writes into columns of their names.</summary>
    public ResolvedSource With(IReadOnlyDictionary<string, LiveColumn> columns) => this with
    {
        Fields = [.. Fields.Select(field => field with { To = [.. field.To.Select(column => columns.GetValueOrDefault(column.Name, column))] })],
    };

    public LiveColumn? TargetColumn(string name) => Fields.SelectMany(field => field.To).FirstOrDefault(column => column.Name == name);
}
