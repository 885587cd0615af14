using CrmMigration.Plan;
using NpgsqlTypes;

namespace CrmMigration.Sync.Log;

/// <summary>The keys of one table that a source's log tells of, in the order of commits: what came of each last.</summary>
/// <param name="from">Transactions that were committed before it are known.</param>
/// <param name="moment">Whose snapshot the pass reads: a transaction that is in the log already, and not yet seen there, is to be told again.</param>
internal sealed class LoggedKeys(TableName table, string key, NpgsqlLogSequenceNumber from, SourceMoment moment)
{
    // So many fit into memory; more are found by the horizon.
    private const int MostKeys = 1_000_000;

    private static readonly DateTime Epoch = new(2000, 1, 1, 0, 0, 0, DateTimeKind.Utc);

    private readonly Dictionary<string, bool> keys = new(StringComparer.Ordinal);
    private readonly Dictionary<uint, int> places = [];
    private bool isNew;
    private DateTime committed;

    /// <summary>False: only unseen transactions matter, as the horizon tells what changed.</summary>
    public bool AreWanted { get; init; } = true;

    /// <summary>Each key, and whether its row has left.</summary>
    public IReadOnlyDictionary<string, bool> Keys => keys;

    /// <summary>When the first of these transactions was committed; null: there is none.</summary>
    public DateTime? Oldest { get; private set; }

    /// <summary>The first transaction that was not seen in the snapshot; null: all were.</summary>
    public NpgsqlLogSequenceNumber? Unseen { get; private set; }

    /// <summary>Something happened that does not say to which rows: the table was emptied, or a row's key is not in the log.</summary>
    public bool IsUnclear { get; private set; }

    public void Add(ReadOnlySpan<byte> bytes)
    {
        var message = new PgOutput(bytes);
        switch (message.Letter())
        {
            case 'B':
                Begin(ref message);
                break;
            case 'R':
                Relation(ref message);
                break;
            case 'I' when Place(ref message) is { } place:
                message.Letter();
                Note(message.Column(place), hasLeft: false);
                break;
            case 'U' when Place(ref message) is { } place:
                Update(ref message, place);
                break;
            case 'D' when Place(ref message) is { } place:
                message.Letter();
                Note(message.Column(place), hasLeft: true);
                break;
            case 'T':
                Truncate(ref message);
                break;
        }
    }

    private void Begin(ref PgOutput message)
    {
        var place = new NpgsqlLogSequenceNumber(message.Long());
        committed = Epoch.AddTicks((long)message.Long() * 10);
        isNew = place >= from;
        if (isNew && !moment.Sees(message.Number()) && (Unseen is null || place < Unseen))
        {
            Unseen = place;
        }
    }

    private void Relation(ref PgOutput message)
    {
        var id = message.Number();
        places.Remove(id);
        var schema = message.Text();
        if (new TableName(schema.Length == 0 ? "pg_catalog" : schema, message.Text()) != table)
        {
            return;
        }

        message.Letter();
        var columns = message.Short();
        places[id] = -1;
        for (var column = 0; column < columns; column++)
        {
            message.Letter();
            places[id] = message.Text() == key ? column : places[id];
            message.Long();
        }
    }

    // Null: of another table, or known.
    private int? Place(ref PgOutput message) => places.TryGetValue(message.Number(), out var place) && isNew ? place : null;

    private void Update(ref PgOutput message, int place)
    {
        // K and O: the row as it was, with its identity or all of it; it stands there where the identity changed, or is all of the row.
        if (message.Letter() is not 'N')
        {
            Note(message.Column(place), hasLeft: true);
            message.Letter();
        }

        Note(message.Column(place), hasLeft: false);
    }

    private void Note(string? name, bool hasLeft)
    {
        Oldest ??= committed;
        if (name is null || keys.Count >= MostKeys)
        {
            IsUnclear = true;
            keys.Clear();
        }
        else if (AreWanted && !IsUnclear)
        {
            keys[name] = hasLeft;
        }
    }

    private void Truncate(ref PgOutput message)
    {
        var count = message.Number();
        message.Letter();
        for (var one = 0; one < count; one++)
        {
            if (Place(ref message) is not null)
            {
                Oldest ??= committed;
                IsUnclear = true;
            }
        }
    }
}
