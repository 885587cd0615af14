using System.Text;
using BenchmarkDotNet.Attributes;
using CrmMigration.Clean.Emails;
using CrmMigration.Cli.Sample;

namespace CrmMigration.Benchmarks;

/// <summary>Time and memory per e-mail address: the sample CRM's, the usual mixture of providers and companies, and ones to correct.</summary>
public class EmailAddresses
{
    private const int Count = 10_000;

    private static readonly string[] Usual =
    [
        "john.smith@gmail.com", "Mary_Jones@Hotmail.com", "j.doe@yahoo.co.uk", "info@blue-harbor.com", "k.mueller@t-online.de",
        "sales@northwind-traders.net", "a.rossi@libero.it", "peter.parker@dailybugle.org", "lee@mail.ru", "contact@maple-lake.io",
    ];

    private static readonly string[] ToCorrect =
    [
        "john@gmial.com", "mary@hotmail.con", "Jane Doe <jane@example.org>", "k@yaho.com", "jörg@MÜLLER.de", "a@xn--mller-kva.de", "p@acme.cmo",
        "mailto:info@example.com",
    ];

    private readonly char[] destination = new char[512];
    private byte[][] sample = [];
    private byte[][] usual = [];

    [GlobalSetup]
    public void ReadSample()
    {
        sample = [.. new SampleCrm(Count * 2, 1).Customers().Select(row => row.Email).OfType<string>().Take(Count).Select(Encoding.UTF8.GetBytes)];
        usual = [.. Usual.Select(Encoding.UTF8.GetBytes)];
    }

    /// <summary>As the pipeline does it: the shortcut for plain addresses, else decoding and the whole cleaner.</summary>
    [Benchmark(OperationsPerInvoke = Count)]
    public int SampleAsThePipelineDoes() => CleanAll(sample);

    [Benchmark(OperationsPerInvoke = 10)]
    public int UsualAsThePipelineDoes() => CleanAll(usual);

    [Benchmark(OperationsPerInvoke = 10)]
    public int UsualWithoutTheShortcut() => CleanAll(Usual);

    [Benchmark(OperationsPerInvoke = 8)]
    public int ToCorrectOrTakeOut() => CleanAll(ToCorrect);

    private int CleanAll(string[] addresses)
    {
        var sum = 0;
        foreach (var address in addresses)
        {
            sum += EmailAddress.Clean(address, destination).Length;
        }

        return sum;
    }

    private int CleanAll(byte[][] addresses)
    {
        var sum = 0;
        Span<char> text = stackalloc char[256];
        foreach (var address in addresses)
        {
            var plain = PlainEmail.DomainStart(address);
            sum += plain > 0 ? plain : EmailAddress.Clean(text[..Encoding.UTF8.GetChars(address, text)], destination).Length;
        }

        return sum;
    }
}
