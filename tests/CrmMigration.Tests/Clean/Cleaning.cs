using CrmMigration.Clean.Emails;
using CrmMigration.Clean.Names;
using CrmMigration.Clean.Phones;
using Xunit;

namespace CrmMigration.Tests.Clean;

/// <summary>
/// Runs a cleaner as the engine does, with the smallest destination that it is promised, and tells what came out as text.
/// </summary>
internal static class Cleaning
{
    public static (string? Value, string? Rule) Email(string raw, EmailOptions options = default)
    {
        var destination = new char[raw.Length + EmailAddress.Growth];
        var cleaned = EmailAddress.Clean(raw, destination, options);
        return (Text(destination, 0, cleaned.Length), cleaned.Rule?.Code);
    }

    public static string? SuggestedEmail(string raw)
    {
        var destination = new char[raw.Length + EmailAddress.Growth];
        return Text(destination, 0, EmailAddress.Suggest(raw, destination, default));
    }

    public static (string? Value, string? Rule) Phone(string raw, string iso2 = "US")
    {
        Assert.True(PhoneRegion.TryFind(iso2, out var region));
        var destination = new char[PhoneNumber.MostCharacters];
        var cleaned = PhoneNumber.Clean(raw, region, destination);
        return (Text(destination, 0, cleaned.Length), cleaned.Rule?.Code);
    }

    /// <summary>The number and its extension; empty for none.</summary>
    public static (string Number, string Extension, string? Rule) PhoneParts(string raw, string? iso2 = "US")
    {
        var region = iso2 is null ? null : Assert.IsType<PhoneRegion>(PhoneRegion.TryFind(iso2, out var found) ? found : null);
        var destination = new char[PhoneNumber.Room];
        var parts = PhoneNumber.Read(raw, region, destination);
        return (new string(destination.AsSpan()[parts.Number]), new string(destination.AsSpan()[parts.Extension]), parts.Rule?.Code);
    }

    public static (string? First, string? Last, string? Rule) Name(string raw)
    {
        var destination = new char[raw.Length + 8];
        var parts = PersonName.Clean(raw, destination);
        return (Text(destination, 0, parts.FirstLength), Text(destination, parts.FirstLength, parts.LastLength), parts.Rule?.Code);
    }

    /// <summary>Every part of a name, in the order of a formal address; empty for NULL.</summary>
    public static (string Title, string First, string Middle, string Last, string Suffix, string Nickname) NameParts(string raw)
    {
        var destination = new char[raw.Length + 8];
        var parts = PersonName.Clean(raw, destination, PersonNameColumns.All);
        string Part(Range range) => new(destination.AsSpan()[range]);
        return (Part(parts.Title), Part(parts.First), Part(parts.Middle), Part(parts.Last), Part(parts.Suffix), Part(parts.Nickname));
    }

    private static string? Text(char[] characters, int start, int length) => length == 0 ? null : new string(characters, start, length);
}
