namespace CrmMigration.Clean.Phones;

/// <summary>What <see cref="PlanFile"/> has of a region.</summary>
internal readonly struct RegionEntry
{
    /// <summary>ISO 3166-1, two letters; 00 for a plan that is no country's, such as that of free numbers worldwide (+800).</summary>
    public required string Name { get; init; }

    public required int CallingCode { get; init; }

    /// <summary>A bit for each length, in digits, that a national number may have.</summary>
    public required int Lengths { get; init; }

    /// <summary>What has the shape of a national number, assigned or not.</summary>
    public required DigitTree General { get; init; }

    /// <summary>What is dialled before a national number within the country: a trunk prefix, or the code of a carrier.</summary>
    public required DigitTree TrunkPrefix { get; init; }

    /// <summary>What is dialled before a calling code.</summary>
    public required DigitTree PrefixAbroad { get; init; }

    /// <summary>The digits that a number gets in front where digits of its trunk prefix belong to it.</summary>
    public required byte[] PutBefore { get; init; }
}
