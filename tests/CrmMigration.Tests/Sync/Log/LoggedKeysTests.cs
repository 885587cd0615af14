using System.Buffers.Binary;
using System.Text;
using CrmMigration.Plan;
using CrmMigration.Sync;
using CrmMigration.Sync.Log;
using NpgsqlTypes;
using Xunit;

namespace CrmMigration.Tests.Sync.Log;

public class LoggedKeysTests
{
    private static readonly SourceMoment Moment = new(100, 105, "", DateTime.UnixEpoch, KeepsTimes: false, InFlight: [102, 103]);

    [Fact]
    public void The_last_word_on_a_key_counts()
    {
        var keys = Read(from: 0, Begin(10, 99), Relation(7, "things", "name", "id"), Insert(7, "a", "1"), Insert(7, "b", "2"), Delete(7, null, "1"), Delete(7, null, "3"), Insert(7, "c", "3"));

        Assert.Equal([("1", true), ("2", false), ("3", false)], keys.Keys.OrderBy(one => one.Key).Select(one => (one.Key, one.Value)));
        Assert.False(keys.IsUnclear);
    }

    [Fact]
    public void A_changed_key_is_one_that_left_and_one_that_came()
    {
        var keys = Read(from: 0, Begin(10, 99), Relation(7, "things", "id"), [(byte)'U', .. Big(7), (byte)'K', .. Row("1"), (byte)'N', .. Row("2")]);

        Assert.Equal([("1", true), ("2", false)], keys.Keys.OrderBy(one => one.Key).Select(one => (one.Key, one.Value)));
    }

    [Fact]
    public void Other_tables_and_what_is_known_are_passed_over()
    {
        var keys = Read(from: 11, Begin(10, 98), Relation(7, "things", "id"), Insert(7, "1"), Begin(11, 99), Relation(8, "others", "id"), Insert(8, "2"), Insert(7, "3"));

        Assert.Equal(["3"], keys.Keys.Keys);
    }

    // It stands in the log before others may see it: its rows are read as they were, so it must be told once more.
    [Theory]
    [InlineData(99, null)]
    [InlineData(101, null)]
    [InlineData(102, 10)]
    [InlineData(105, 10)]
    [InlineData(200, 10)]
    public void A_transaction_that_the_snapshot_does_not_see_is_where_the_next_pass_begins(int transaction, int? unseen)
    {
        var keys = Read(from: 0, Begin(10, transaction), Relation(7, "things", "id"), Insert(7, "1"), Begin(12, transaction), Insert(7, "2"));

        Assert.Equal(unseen is { } place ? new NpgsqlLogSequenceNumber((ulong)place) : null, keys.Unseen);
    }

    [Fact]
    public void Transactions_are_told_apart_where_their_numbers_wrap()
    {
        var moment = Moment with { Horizon = (1L << 32) - 5, Next = (1L << 32) + 5, InFlight = [(1L << 32) + 2] };

        Assert.True(moment.Sees(uint.MaxValue - 1));
        Assert.True(moment.Sees(4));
        Assert.False(moment.Sees(2));
        Assert.False(moment.Sees(5));
    }

    [Fact]
    public void A_row_whose_key_is_not_told_and_an_emptied_table_leave_it_to_the_horizon()
    {
        Assert.True(Read(from: 0, Begin(10, 99), Relation(7, "things", "id"), Delete(7, [null])).IsUnclear);
        Assert.True(Read(from: 0, Begin(10, 99), Relation(7, "things", "id"), [(byte)'T', .. Big(1), 0, .. Big(7)]).IsUnclear);
        Assert.False(Read(from: 0, Begin(10, 99), Relation(8, "others", "id"), [(byte)'T', .. Big(1), 0, .. Big(8)]).IsUnclear);
    }

    private static LoggedKeys Read(ulong from, params byte[][] messages)
    {
        var keys = new LoggedKeys(new TableName("public", "things"), "id", new(from), Moment);
        Array.ForEach(messages, message => keys.Add(message));
        return keys;
    }

    private static byte[] Begin(long place, int transaction) => [(byte)'B', .. Long(place), .. Long(0), .. Big(transaction)];

    private static byte[] Relation(int id, string table, params string[] columns) =>
        [(byte)'R', .. Big(id), .. Text("public"), .. Text(table), (byte)'d', 0, (byte)columns.Length, .. columns.SelectMany(column => (byte[])[1, .. Text(column), .. Big(23), .. Big(-1)])];

    private static byte[] Insert(int id, params string?[] row) => [(byte)'I', .. Big(id), (byte)'N', .. Row(row)];

    private static byte[] Delete(int id, params string?[] row) => [(byte)'D', .. Big(id), (byte)'K', .. Row(row)];

    private static byte[] Row(params string?[] row) =>
        [0, (byte)row.Length, .. row.SelectMany(value => value is null ? "n"u8.ToArray() : [(byte)'t', .. Big(value.Length), .. Encoding.UTF8.GetBytes(value)])];

    private static byte[] Text(string text) => [.. Encoding.UTF8.GetBytes(text), 0];

    private static byte[] Big(int number)
    {
        var bytes = new byte[4];
        BinaryPrimitives.WriteInt32BigEndian(bytes, number);
        return bytes;
    }

    private static byte[] Long(long number)
    {
        var bytes = new byte[8];
        BinaryPrimitives.WriteInt64BigEndian(bytes, number);
        return bytes;
    }
}
