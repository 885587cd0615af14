using CrmMigration.Clean;
using CrmMigration.Plan;
using CrmMigration.Source;

namespace CrmMigration.Map;

/// <summary>The way of a field's text through its cleaners, and what the plan wants done with a value that one of them finds unusable.</summary>
/// <param name="field">The target column that notes name.</param>
internal sealed class TextChain(ITextInput input, TextCleaner[] links, string field, TextScratch scratch)
{
    public required OnInvalid OnInvalid { get; init; }

    /// <summary>The columns whose originals may be kept; the others must not be learned from the target.</summary>
    public required IReadOnlyList<int> Originals { get; init; }

    /// <summary>The field must have a value: what is cleared may cost the row its place.</summary>
    public required bool IsRequired { get; init; }

    public TextScratch Scratch => scratch;

    /// <summary>The row's value behind the last cleaner; empty for NULL. Valid until the scratch is used again.</summary>
    public ReadOnlySpan<char> Run(TupleReader row, RowNotes notes)
    {
        input.Read(row, scratch);
        foreach (var link in links)
        {
            var text = scratch.Text;
            var cleaned = link.Clean(text, scratch.Room(link.MostWritten(text.Length)));
            if (cleaned.Rule is { } rule && !Settle(rule, cleaned.Length, link, notes))
            {
                return Kept(row);
            }

            scratch.Take(cleaned.Length);
        }

        return scratch.Text;
    }

    /// <summary>Notes a fault of the value in the scratch. False: no cleaner is to touch it any more, and <see cref="Kept"/> is what is written.</summary>
    /// <param name="length">What the cleaner has left of the value.</param>
    /// <param name="link">Null for a cleaner that knows no better.</param>
    public bool Settle(Rule rule, int length, TextCleaner? link, RowNotes notes)
    {
        if (length > 0)
        {
            notes.Correct(new(rule, field, Originals, CorrectionOutcome.Changed));
            return true;
        }

        switch (link is { RejectsRow: true } ? OnInvalid.Reject : OnInvalid)
        {
            case OnInvalid.Keep:
                notes.Correct(new(rule, field, Originals, CorrectionOutcome.Kept));
                return false;
            case OnInvalid.Reject:
                notes.Reject(new(rule.Code, field, rule.Reason) { Suggestion = notes.Rejection is null ? Suggest(link) : null });
                return false;
            default:
                notes.Correct(new(rule, field, Originals, CorrectionOutcome.Cleared, IsRequired ? Suggest(link) : null));
                return true;
        }
    }

    /// <summary>The value as it came where the plan keeps it; nothing in a row that is refused.</summary>
    public ReadOnlySpan<char> Kept(TupleReader row)
    {
        if (OnInvalid != OnInvalid.Keep)
        {
            return default;
        }

        input.Read(row, scratch);
        return scratch.Text;
    }

    // Made of the value, a suggestion tells as much as the value.
    private string? Suggest(TextCleaner? link)
    {
        if (Originals.Count < input.Columns.Count)
        {
            return null;
        }

        var text = scratch.Text;
        var room = link is null ? default : scratch.Room(link.MostWritten(text.Length));
        return link?.Suggest(text, room) is > 0 and var length ? new(room[..length]) : null;
    }
}
