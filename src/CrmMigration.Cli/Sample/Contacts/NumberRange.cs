namespace CrmMigration.Cli.Sample.Contacts;

/// <summary>The mobile numbers of a country: one of the prefixes, then so many free digits.</summary>
internal sealed record NumberRange(string CallingCode, int FreeDigits, string[] Prefixes)
{
    private readonly long numbersPerPrefix = (long)Math.Pow(10, FreeDigits);

    /// <summary>How many numbers there are.</summary>
    public long Count => Prefixes.Length * numbersPerPrefix;

    /// <summary>The number at this place, without the calling code and the national prefix.</summary>
    public string NumberAt(long place)
    {
        var free = (place % numbersPerPrefix).ToString($"D{FreeDigits}", null);
        return Prefixes[place / numbersPerPrefix] + free;
    }
}
