namespace CrmMigration.Clean.Emails.Typos;

/// <summary>A provider of mailboxes for everybody: its name, the endings that it is known under, and how near a slip must be to it.</summary>
/// <param name="Name">What stands before the ending, in small ASCII letters.</param>
/// <param name="Endings">Such as com or co.uk, the commonest first.</param>
/// <param name="Reach">The most that a mistyped name may cost by <see cref="KeyboardSlip"/>; 1 for a name too short to be guessed at,
/// and 0 for one that is a word besides.</param>
internal sealed record MailProvider(string Name, string[] Endings, int Reach)
{
    public bool Has(ReadOnlySpan<char> ending)
    {
        foreach (var one in Endings)
        {
            if (ending.SequenceEqual(one))
            {
                return true;
            }
        }

        return false;
    }
}
