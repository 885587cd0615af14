namespace CrmMigration.Plan;

/// <summary>What a source's owner made for a plan, so that a sync may read the source's log.</summary>
public sealed record LogNames(string Slot, string Publication)
{
    // Of a slot's name in PostgreSQL; it may hold small letters, digits and low lines only.
    private const int MostLetters = 63;

    public static LogNames Of(string plan, string source, ChangesPlan.ByLog log)
    {
        var name = $"crm_migration_{plan}_{source}".ToLowerInvariant();
        var usual = string.Concat(name.Select(letter => char.IsAsciiLetterLower(letter) || char.IsAsciiDigit(letter) ? letter : '_').Take(MostLetters));
        return new(log.Slot ?? usual, log.Publication ?? usual);
    }
}
