namespace CrmMigration.Cli.Sample.Names;

/// <summary>All cultures of the sample. English stands several times: the old CRM belongs to a company in the United States.</summary>
internal static class Cultures
{
    public static Culture[] All { get; } = [.. NorthernNames.All, .. SouthernNames.All, .. EasternNames.All];

    public static Culture Pick(ref SplitMix64 random) => random.Chance(300) ? All[0] : random.Pick<Culture>(All);
}
