namespace CrmMigration.Clean;

/// <summary>
/// Which words of a reading make the first and the last name. Particles that stand behind the given name ("Vega, Juan de la") go before
/// the last name.
/// </summary>
internal readonly record struct NameShape(Range First, Range Particles, Range Last)
{
    public int WordsUsed => Count(First) + Count(Particles) + Count(Last);

    private static int Count(Range range) => range.End.Value - range.Start.Value;
}
