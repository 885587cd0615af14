using System.Text;
using BenchmarkDotNet.Attributes;
using CrmMigration.Clean.Phones;
using CrmMigration.Cli.Sample;

namespace CrmMigration.Benchmarks;

/// <summary>Time and memory per phone number: those of the sample CRM, and the spellings of address books around the world.</summary>
public class PhoneNumbers
{
    private const int Count = 10_000;

    private static readonly (string Text, string Region)[] Spellings =
    [
        ("(201) 555-0123", "US"), ("+1 201.555.0123", "US"), ("12015550123", "US"), ("201-555-0123 ext. 77", "US"), ("1-800-FLOWERS", "US"),
        ("+44 20 7946 0018", "US"), ("020 7946 0018", "GB"), ("Tel. 07400 123456", "GB"), ("030/901820", "DE"), ("+49 (0)171 1234567", "DE"),
        ("06 12 34 56 78", "FR"), ("02 1234 5678", "IT"), ("0 15 21 5555-1234", "BR"), ("011 15-2345-6789", "AR"), ("＋８１ ３ １２３４ ５６７８", "JP"),
        ("٠٥٠ ١٢٣ ٤٥٦٧", "SA"),
    ];

    private static readonly string[] Unusable = ["unknown", "555-1234", "+1 555 555 5555", "see notes", "20155501231234", "1.23E+10", "+999 1234 5678", "-"];

    private static readonly string[] TwoNumbers = ["201 555 0123 / 201 555 0124", "201 555 0123/4", "(201) 555-0123, (201) 555-0199", "+1 201 555 0123 or 555 0199"];

    private readonly char[] destination = new char[PhoneNumber.Room];
    private (string Text, byte[] Bytes)[] sample = [];
    private (string Text, byte[] Bytes, PhoneRegion Region)[] spellings = [];

    [GlobalSetup]
    public void ReadSample()
    {
        sample = [.. new SampleCrm(Count * 2, 1).Customers().Select(row => row.Phone).OfType<string>().Take(Count).Select(text => (text, Encoding.UTF8.GetBytes(text)))];
        spellings = [.. Spellings.Select(one => (one.Text, Encoding.UTF8.GetBytes(one.Text), Region(one.Region)))];
    }

    /// <summary>As the pipeline does it: the shortcut for plain numbers, else decoding and the whole cleaner.</summary>
    [Benchmark(OperationsPerInvoke = Count)]
    public int SampleAsThePipelineDoes()
    {
        var (sum, region) = (0, Region("US"));
        foreach (var (_, bytes) in sample)
        {
            sum += CleanAsThePipelineDoes(bytes, region);
        }

        return sum;
    }

    [Benchmark(OperationsPerInvoke = Count)]
    public int SampleWithoutTheShortcut()
    {
        var (sum, region) = (0, Region("US"));
        foreach (var (text, _) in sample)
        {
            sum += PhoneNumber.Clean(text, region, destination).Length;
        }

        return sum;
    }

    [Benchmark(OperationsPerInvoke = 16)]
    public int SpellingsAsThePipelineDoes()
    {
        var sum = 0;
        foreach (var (_, bytes, region) in spellings)
        {
            sum += CleanAsThePipelineDoes(bytes, region);
        }

        return sum;
    }

    [Benchmark(OperationsPerInvoke = 16)]
    public int SpellingsWithTheirExtensions()
    {
        var sum = 0;
        foreach (var (text, _, region) in spellings)
        {
            sum += PhoneNumber.Read(text, region, destination).NumberLength;
        }

        return sum;
    }

    [Benchmark(OperationsPerInvoke = 8)]
    public int UnusableValues() => CleanAll(Unusable);

    [Benchmark(OperationsPerInvoke = 4)]
    public int ValuesWithTwoNumbers() => CleanAll(TwoNumbers);

    private int CleanAll(string[] texts)
    {
        var (sum, region) = (0, Region("US"));
        foreach (var text in texts)
        {
            sum += PhoneNumber.Clean(text, region, destination).Length;
        }

        return sum;
    }

    private int CleanAsThePipelineDoes(byte[] bytes, PhoneRegion region)
    {
        var plain = PlainPhone.Clean(bytes, region, destination);
        Span<char> text = stackalloc char[64];
        return plain > 0 ? plain : PhoneNumber.Clean(text[..Encoding.UTF8.GetChars(bytes, text)], region, destination).Length;
    }

    private static PhoneRegion Region(string iso2) =>
        PhoneRegion.TryFind(iso2, out var region) ? region : throw new InvalidOperationException($"Bug: {iso2} is no region.");
}
