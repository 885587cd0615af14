using BenchmarkDotNet.Attributes;
using CrmMigration.Clean;
using CrmMigration.Clean.Places;
using CrmMigration.Clean.Text;
using CrmMigration.Clean.Typed;

namespace CrmMigration.Benchmarks;

/// <summary>Time and memory per value of the transforms that look at every character or into a list.</summary>
public class Transforms
{
    private const int Count = 8;

    private static readonly string[] DateTexts =
        ["31.12.1980", "1.2.2004", "29.02.2000", "2020-12-31", "31.02.2020", "3. März 1999", "15.06.1975", "01.01.2001"];

    private static readonly string[] NumberTexts = ["1.234,56 €", "12", "-3,5", "(1.000,00)", "USD 12", "1 234 567,89", "0,10", "999.999,99"];

    private static readonly string[] CountryTexts = ["Germany", "DE", "U.S.A.", "Deutschland", "United Kingdom", "France", "Korea, Republic of", "Österreich"];

    private static readonly string[] NameTexts =
        ["JOHN SMITH", "jan van der berg", "Sean O'Brien", "RONALD MCDONALD III", "MÜLLER & SÖHNE GMBH", "Mary-Jane Jones", "123 MAIN STREET", "marie curie"];

    private readonly char[] destination = new char[512];
    private readonly DateCleaner dates = new([Format("dd.MM.yyyy"), Format("d. MMMM yyyy")], false);
    private readonly NumberCleaner numbers = new(new() { Signs = new(',', '.') });
    private readonly CountryCleaner countries = new();
    private readonly TitleCaseCleaner titles = new([]);

    [Benchmark(OperationsPerInvoke = Count)]
    public int Dates() => CleanAll(dates, DateTexts);

    [Benchmark(OperationsPerInvoke = Count)]
    public int Numbers() => CleanAll(numbers, NumberTexts);

    [Benchmark(OperationsPerInvoke = Count)]
    public int Countries() => CleanAll(countries, CountryTexts);

    [Benchmark(OperationsPerInvoke = Count)]
    public int TitleCase() => CleanAll(titles, NameTexts);

    private static DateFormat Format(string text) =>
        DateFormat.TryParse(text, null, out var format, out var fault) ? format : throw new InvalidOperationException($"Bug: {fault}.");

    private int CleanAll(TextCleaner cleaner, string[] values)
    {
        var sum = 0;
        foreach (var value in values)
        {
            sum += cleaner.Clean(value, destination).Length;
        }

        return sum;
    }
}
