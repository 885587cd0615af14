using System.Collections.Frozen;
using System.Numerics;

namespace CrmMigration.Clean.Emails.Typos;

/// <summary>Which provider's name a mistyped one was meant to be.</summary>
internal static class ProviderGuess
{
    private const int MostLengthApart = 2;
    private const int OneSlip = 10;

    // Names and words within reach of a provider's that are domains of somebody else.
    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> OfOthers =
        """
        email gail grail fmail hmail vmail bmail hitmail gotmail cloud icould wahoo ahoo yoho yah yahoos taboo tamil hobnail libera liberto libro
        freenets greenet freeset ramble rambled rumbler version horizon earthling bigpand yander yandere outcook outtook outlooks wandoo
        """.Split([' ', '\n', '\r'], StringSplitOptions.RemoveEmptyEntries)
        .ToFrozenSet(StringComparer.Ordinal).GetAlternateLookup<ReadOnlySpan<char>>();

    private static readonly Candidate[] Candidates =
        [.. MailProviders.Guessed.Select(provider => new Candidate(provider, LettersOf(provider.Name), provider.Name.EndsWith("mail")))];

    /// <summary>The only one within its reach; null where there is none, two are as near, or the name is somebody else's.</summary>
    public static MailProvider? Find(ReadOnlySpan<char> name)
    {
        if (name.Length > KeyboardSlip.Longest || OfOthers.Contains(name))
        {
            return null;
        }

        MailProvider? nearest = null;
        var least = KeyboardSlip.TooFar;
        var (letters, isMail) = (LettersOf(name), name.EndsWith("mail"));
        foreach (ref readonly var candidate in Candidates.AsSpan())
        {
            if (candidate.IsNear(letters, name.Length, isMail)
                && KeyboardSlip.Cost(name, candidate.Provider.Name, candidate.Reach(isMail)) is var cost && cost <= least && cost < KeyboardSlip.TooFar)
            {
                nearest = cost < least ? candidate.Provider : null;
                least = cost;
            }
        }

        return nearest;
    }

    // A bit for each letter, the hyphen, and digits of one bit together.
    private static uint LettersOf(ReadOnlySpan<char> name)
    {
        var letters = 0u;
        foreach (var c in name)
        {
            letters |= 1u << (c >= 'a' ? c - 'a' : c == '-' ? 26 : 27 + (c & 3));
        }

        return letters;
    }

    private readonly record struct Candidate(MailProvider Provider, uint Letters, bool IsMail)
    {
        // Whoever has a mailbox to offer is called something with "mail": before that, one slip is the most.
        public int Reach(bool isMail) => isMail && IsMail ? Math.Min(Provider.Reach, OneSlip) : Provider.Reach;

        // A letter that only one of the two has costs a slip at least, which may change it into one that only the other has; a slip that
        // changes the length costs more.
        public bool IsNear(uint letters, int length, bool isMail)
        {
            var apart = Math.Abs(length - Provider.Name.Length);
            return apart <= MostLengthApart
                && (Math.Max(BitOperations.PopCount(letters & ~Letters), BitOperations.PopCount(Letters & ~letters)) * KeyboardSlip.Least) + apart
                    <= Reach(isMail);
        }
    }
}
