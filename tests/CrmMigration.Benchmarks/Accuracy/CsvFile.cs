using System.Text;

namespace CrmMigration.Benchmarks.Accuracy;

/// <summary>A CSV file as RFC 4180 has it, with a header: small enough to be read whole.</summary>
internal sealed class CsvFile
{
    private readonly string[] header;

    private CsvFile(IReadOnlyList<string[]> records)
    {
        header = records[0];
        Rows = [.. records.Skip(1).Where(record => record.Length == header.Length)];
    }

    public IReadOnlyList<string[]> Rows { get; }

    public static CsvFile Read(string path) => new([.. Records(File.ReadAllText(path))]);

    public bool Has(string column) => header.Contains(column);

    public string Field(string[] row, string column) => row[Array.IndexOf(header, column)];

    private static IEnumerable<string[]> Records(string text)
    {
        var (fields, field, isQuoted) = (new List<string>(), new StringBuilder(), false);
        for (var i = 0; i < text.Length; i++)
        {
            var c = text[i];
            if (isQuoted ? c != '"' : c is not ('"' or ',' or '\r' or '\n'))
            {
                field.Append(c);
            }
            else if (c == '"')
            {
                var isDoubled = isQuoted && i + 1 < text.Length && text[i + 1] == '"';
                field.Append(isDoubled ? "\"" : "");
                isQuoted = isDoubled || !isQuoted;
                i += isDoubled ? 1 : 0;
            }
            else if (c != '\r')
            {
                fields.Add(field.ToString());
                field.Clear();
                if (c == '\n')
                {
                    yield return [.. fields];
                    fields.Clear();
                }
            }
        }

        if (fields.Count > 0)
        {
            yield return [.. fields, field.ToString()];
        }
    }
}
