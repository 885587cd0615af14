namespace CrmMigration.Clean.Phones;

/// <summary>The rules that name a region, with the region in their sentences; their codes are those of <see cref="PhoneRules"/>.</summary>
internal sealed class PhoneFaults(string region)
{
    public Rule TooShort { get; } =
        PhoneRules.TooShort with { Reason = $"The number has too few digits for {region}; the area code may be missing." };

    public Rule TooLong { get; } = PhoneRules.TooLong with { Reason = $"The number has too many digits for {region}." };

    public Rule NotAssigned { get; } = PhoneRules.NotAssigned with { Reason = $"No number of {region} begins like this one." };
}
