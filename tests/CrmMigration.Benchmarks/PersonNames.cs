using System.Text;
using BenchmarkDotNet.Attributes;
using CrmMigration.Clean.Names;
using CrmMigration.Cli.Sample;

namespace CrmMigration.Benchmarks;

/// <summary>Time and memory per name, over the names of the sample CRM and over names that need the whole grammar.</summary>
public class PersonNames
{
    private const int Count = 10_000;

    private static readonly string[] Intricate =
    [
        "Dr. Juan Q. Xavier de la Vega III", "von Bergen Wessels MD, Pennie", "Benjamin \"Ben\" Franklin, Jr.", "JOHN VAN DER BERG",
        "Mr. & Mrs. Jerome B. Rice", "US Magistrate-Judge Mary Jo Campbell", "Björn Charles O'Malley y Muñoz", "김 철수",
    ];

    private readonly char[] destination = new char[512];
    private string[] names = [];
    private byte[][] bytes = [];

    [GlobalSetup]
    public void ReadSample()
    {
        names = [.. new SampleCrm(Count * 2, 1).Customers().Select(row => row.Name).OfType<string>().Take(Count)];
        bytes = [.. names.Select(Encoding.UTF8.GetBytes)];
    }

    /// <summary>As the pipeline does it: the shortcut for plain names, else decoding and the whole cleaner.</summary>
    [Benchmark(OperationsPerInvoke = Count)]
    public int SampleAsThePipelineDoes()
    {
        var sum = 0;
        Span<char> text = stackalloc char[256];
        foreach (var name in bytes)
        {
            var plain = PlainName.FirstLength(name);
            sum += plain > 0 ? plain : PersonName.Clean(text[..Encoding.UTF8.GetChars(name, text)], destination).FirstLength;
        }

        return sum;
    }

    [Benchmark(OperationsPerInvoke = Count)]
    public int SampleWithoutTheShortcut()
    {
        var sum = 0;
        foreach (var name in names)
        {
            sum += PersonName.Clean(name, destination).FirstLength;
        }

        return sum;
    }

    [Benchmark(OperationsPerInvoke = Count)]
    public int SampleInAllItsParts()
    {
        var sum = 0;
        foreach (var name in names)
        {
            sum += PersonName.Clean(name, destination, PersonNameColumns.All).FirstLength;
        }

        return sum;
    }

    [Benchmark(OperationsPerInvoke = 8)]
    public int IntricateNamesInAllTheirParts()
    {
        var sum = 0;
        foreach (var name in Intricate)
        {
            sum += PersonName.Clean(name, destination, PersonNameColumns.All).FirstLength;
        }

        return sum;
    }
}
