using System.Text;
using CrmMigration.Clean;
using CrmMigration.Load;
using CrmMigration.Map;
using CrmMigration.Plan;
using CrmMigration.Source;
using Xunit;

namespace CrmMigration.Tests.Map;

public class ChainsOfCleaners
{
    [Fact]
    public void A_chain_that_changes_nothing_copies_every_text()
    {
        var random = new Random(20261126);
        for (var round = 0; round < 300; round++)
        {
            var text = Encoding.UTF8.GetString(Encoding.UTF8.GetBytes(new string(random.GetItems<char>("aé漢 \n'\\🙂", random.Next(round * 10)))));

            var written = Run([.. Enumerable.Repeat(new Nothing(), random.Next(1, 5))], text);

            Assert.Equal(text, written);
        }
    }

    [Fact]
    public void A_cleaner_gets_the_room_it_asks_for()
    {
        var text = new string('a', 100_000);

        var written = Run([new Twice(), new Nothing(), new Twice()], text);

        Assert.Equal(400_000, written.Length);
    }

    [Fact]
    public void A_refused_value_comes_with_a_suggestion_where_the_cleaner_has_one()
    {
        var notes = new RowNotes();

        Run([new Unusable()], "gmial", OnInvalid.Reject, notes);

        Assert.Equal(("test.unusable", "t", "meant gmial"), (notes.Rejection?.Rule, notes.Rejection?.Field, notes.Rejection?.Suggestion));
        Assert.Empty(notes.Corrections);
    }

    [Fact]
    public void What_is_kept_passes_no_cleaner_after_the_one_that_found_fault()
    {
        var notes = new RowNotes();

        var written = Run([new Twice(), new Unusable(), new Twice()], "ab", OnInvalid.Keep, notes);

        Assert.Equal("ab", written);
        Assert.Equal(CorrectionOutcome.Kept, Assert.Single(notes.Corrections).Outcome);
    }

    private static string Run(TextCleaner[] links, string text, OnInvalid policy = OnInvalid.Clear, RowNotes? notes = null)
    {
        var chain = new TextChain(new ColumnText(0), links, "t", new()) { OnInvalid = policy, Originals = [0], IsRequired = false };
        using var reader = RowOf(text);
        return new(chain.Run(reader, notes ?? new()));
    }

    private static TupleReader RowOf(string text)
    {
        var row = new TupleBuffer(1);
        row.BeginRow();
        row.Add(text);
        var reader = new TupleReader(new MemoryStream([.. new byte[19], .. row.Row, 0xff, 0xff]));
        Assert.True(reader.Read());
        return reader;
    }

    private sealed class Nothing : TextCleaner
    {
        public override Cleaned Clean(ReadOnlySpan<char> text, Span<char> destination)
        {
            text.CopyTo(destination);
            return new(text.Length, null);
        }
    }

    private sealed class Twice : TextCleaner
    {
        public override int MostWritten(int length) => length * 2;

        public override Cleaned Clean(ReadOnlySpan<char> text, Span<char> destination)
        {
            text.CopyTo(destination);
            text.CopyTo(destination[text.Length..]);
            return new(text.Length * 2, null);
        }
    }

    private sealed class Unusable : TextCleaner
    {
        public override int MostWritten(int length) => length + 6;

        public override Cleaned Clean(ReadOnlySpan<char> text, Span<char> destination) => new(0, new("test.unusable", "It is unusable."));

        public override int Suggest(ReadOnlySpan<char> text, Span<char> destination)
        {
            "meant ".CopyTo(destination);
            text.CopyTo(destination[6..]);
            return text.Length + 6;
        }
    }
}
