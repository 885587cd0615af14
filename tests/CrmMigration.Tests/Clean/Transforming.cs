using CrmMigration.Clean;
using Xunit;

namespace CrmMigration.Tests.Clean;

/// <summary>Runs a link of a chain as the engine does, with the smallest destination that it is promised, and tells what came out.</summary>
internal static class Transforming
{
    public static (string? Value, string? Rule) By(TextCleaner cleaner, string raw)
    {
        var destination = new char[cleaner.MostWritten(raw.Length)];
        var cleaned = cleaner.Clean(raw, destination);
        return (cleaned.Length == 0 ? null : new string(destination, 0, cleaned.Length), cleaned.Rule?.Code);
    }

    public static string? Suggestion(TextCleaner cleaner, string raw)
    {
        var destination = new char[cleaner.MostWritten(raw.Length)];
        var length = cleaner.Suggest(raw, destination);
        return length == 0 ? null : new string(destination, 0, length);
    }

    /// <summary>Cleans twice, and says that the second time nothing more was allocated.</summary>
    public static void AssertAllocatesNothing(TextCleaner cleaner, params string[] values)
    {
        var destination = new char[values.Max(value => cleaner.MostWritten(value.Length))];
        foreach (var value in values)
        {
            CleanOften(cleaner, value, destination);
            var before = GC.GetAllocatedBytesForCurrentThread();

            CleanOften(cleaner, value, destination);

            Assert.Equal((value, 0), (value, GC.GetAllocatedBytesForCurrentThread() - before));
        }
    }

    private static void CleanOften(TextCleaner cleaner, string value, char[] destination)
    {
        for (var round = 0; round < 100; round++)
        {
            cleaner.Clean(value, destination);
        }
    }
}
