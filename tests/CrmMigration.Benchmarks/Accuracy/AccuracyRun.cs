namespace CrmMigration.Benchmarks.Accuracy;

/// <summary>
/// Measures the cleaners on files of cases: <c>accuracy FILE... [--values]</c>. Which cleaner a file is for is told by its columns.
/// </summary>
internal static class AccuracyRun
{
    public static int Run(ReadOnlySpan<string> arguments, TextWriter output)
    {
        var showValues = arguments.Contains("--values");
        foreach (var path in arguments)
        {
            if (path == "--values")
            {
                continue;
            }

            var file = CsvFile.Read(path);
            if (MeasuresOf(file) is not { } measures)
            {
                output.WriteLine(
                    $"{path}: no cleaner has cases with these columns. Known are input,first,middle,last,suffix,title,asserted_fields (names); "
                    + "address_json,verdict (e-mail syntax); input_email,expected_email,kind (typos); input,default_region,e164_or_empty,is_valid,extension (phones).");
                return 2;
            }

            output.WriteLine(path);
            foreach (var measure in measures)
            {
                measure.Print(output, showValues);
            }
        }

        return 0;
    }

    private static IReadOnlyList<Measure>? MeasuresOf(CsvFile file) =>
        file.Has("asserted_fields") ? NameAccuracy.Of(file)
        : file.Has("verdict") ? EmailAccuracy.Of(file)
        : file.Has("expected_email") ? TypoAccuracy.Of(file)
        : file.Has("e164_or_empty") ? PhoneAccuracy.Of(file)
        : null;
}
