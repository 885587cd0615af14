using System.Text;
using CrmMigration.Clean;

namespace CrmMigration.Profile.Trials;

/// <summary>All cleaners on the values of one text column. Not for use by two threads.</summary>
internal sealed class ColumnTrials(IReadOnlyList<Cleaner> cleaners)
{
    private readonly CleanerTrial[] trials = [.. cleaners.Select(cleaner => new CleanerTrial(cleaner))];
    private char[] text = new char[512];
    private char[] destination = new char[1024];

    public IReadOnlyList<CleanerTrial> All => trials;

    /// <summary>Values tried; blank ones are not.</summary>
    public long Tried { get; private set; }

    public void Try(ReadOnlySpan<byte> utf8)
    {
        var value = Decode(utf8);
        if (BlankSpace.Trim(value).IsEmpty)
        {
            return;
        }

        Tried++;
        foreach (var trial in trials)
        {
            trial.Try(value, Room(trial.Cleaner.MostWritten(value.Length)));
        }
    }

    public void MergeFrom(ColumnTrials other)
    {
        Tried += other.Tried;
        for (var i = 0; i < trials.Length; i++)
        {
            trials[i].MergeFrom(other.trials[i]);
        }
    }

    private ReadOnlySpan<char> Decode(ReadOnlySpan<byte> utf8)
    {
        if (utf8.Length > text.Length)
        {
            text = new char[utf8.Length * 2];
        }

        return text.AsSpan(0, Encoding.UTF8.GetChars(utf8, text));
    }

    private char[] Room(int length) => length <= destination.Length ? destination : destination = new char[length * 2];
}
