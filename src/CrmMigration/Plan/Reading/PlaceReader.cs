namespace CrmMigration.Plan.Reading;

/// <summary>Reads the table and the key of a source or a target.</summary>
internal sealed class PlaceReader(Findings findings)
{
    private readonly ColumnListReader _columns = new(findings);

    public TableName ReadTable(ObjectReader? reader)
    {
        const string Expected = "a table, such as \"customers\" or \"crm.customers\"";
        if (reader?.Required("table", Expected) is not { } node || findings.Text(node, Expected) is not { Length: > 0 } written)
        {
            return new(TableName.DefaultSchema, "");
        }

        if (!TableName.TryParse(written, out var table))
        {
            findings.Add(
                node, $"{node.Shown} is not the name of a table", "name or schema.name",
                "Put a part that holds a dot or a quote into double quotes: \"crm.\\\"odd.name\\\"\".");
            return new(TableName.DefaultSchema, "");
        }

        _columns.CheckLength(node, table.Schema);
        _columns.CheckLength(node, table.Name);
        return table;
    }

    public string ReadKey(ObjectReader? reader) =>
        reader?.Required("key", "the key column's name") is { } node ? _columns.ReadName(node) : "";
}
