namespace CrmMigration.Clean;

/// <summary>
/// Makes one text of another: one link of the chain that a field's value passes. It is made once with its settings, keeps no state
/// between values and may be used by many threads. NULL and the empty text come in as an empty span; what leaves it empty is NULL.
/// </summary>
public abstract class TextCleaner
{
    /// <summary>The most characters that <see cref="Clean"/> writes for a text of that length.</summary>
    public virtual int MostWritten(int length) => length;

    /// <summary>What it finds unusable costs the row its place, whatever the field's <c>onInvalid</c> says.</summary>
    public virtual bool RejectsRow => false;

    /// <summary>
    /// Cleans any text, of any length, in linear time and without an exception. A rule with a length of 0 says that the value is unusable;
    /// a rule with a length says that the value was corrected or lost a part; no rule, that it was only tidied or left alone.
    /// </summary>
    /// <param name="text">Not the memory of <paramref name="destination"/>.</param>
    /// <param name="destination">At least <see cref="MostWritten"/> characters.</param>
    public abstract Cleaned Clean(ReadOnlySpan<char> text, Span<char> destination);

    /// <summary>
    /// For a value that <see cref="Clean"/> found unusable: what it probably was meant to be, for a person to accept or refuse; 0 when
    /// there is no good guess. Never called for good values, so it may take its time.
    /// </summary>
    /// <param name="destination">At least <see cref="MostWritten"/> characters.</param>
    public virtual int Suggest(ReadOnlySpan<char> text, Span<char> destination) => 0;
}
