using CrmMigration.Map;
using Npgsql;
using NpgsqlTypes;

namespace CrmMigration.Rejects;

/// <summary>Writes the rejected rows of a partition with what is kept of them, some at a time, so that their number and size do not matter.</summary>
internal sealed class RejectWriter(NpgsqlConnection target, long entityId, int partition)
{
    private const int RowsAtOnce = 1_000;
    private const int CharactersAtOnce = 1024 * 1024;

    private readonly List<(string Key, KeptValues Kept)> batch = [];
    private int characters;

    public async Task Write(RejectBook rejects, RejectPayloads payloads, CancellationToken cancellation)
    {
        foreach (var (rejection, group) in rejects.Groups)
        {
            for (var first = 0; first < group.Keys.Count; first += RowsAtOnce)
            {
                var keys = Enumerable.Range(first, Math.Min(RowsAtOnce, group.Keys.Count - first)).Select(index => group.Keys[index]);
                await Write(rejection, keys.ToDictionary(key => key.ToString(), key => group.Suggestions.GetValueOrDefault(key)), payloads, cancellation);
            }
        }
    }

    private async Task Write(Rejection rejection, Dictionary<string, string?> suggestions, RejectPayloads payloads, CancellationToken cancellation)
    {
        await foreach (var (key, row) in payloads.Read([.. suggestions.Keys], cancellation))
        {
            suggestions.Remove(key, out var suggestion);
            await Add(rejection, key, new(suggestion, row), payloads, cancellation);
        }

        foreach (var (key, suggestion) in suggestions)
        {
            await Add(rejection, key, new(suggestion, null), payloads, cancellation);
        }

        await Flush(rejection, payloads, cancellation);
    }

    private async Task Add(Rejection rejection, string key, KeptValues kept, RejectPayloads payloads, CancellationToken cancellation)
    {
        batch.Add((key, kept));
        characters += kept.Payload?.Length ?? 0;
        if (characters >= CharactersAtOnce)
        {
            await Flush(rejection, payloads, cancellation);
        }
    }

    private async Task Flush(Rejection rejection, RejectPayloads payloads, CancellationToken cancellation)
    {
        if (batch.Count > 0)
        {
            await using var command = Command(rejection, payloads);
            await command.ExecuteNonQueryAsync(cancellation);
        }

        batch.Clear();
        characters = 0;
    }

    private NpgsqlCommand Command(Rejection rejection, RejectPayloads payloads)
    {
        var seal = payloads.Seal;
        return new(SqlText.Of("Rejects/WriteRejects.sql"), target)
        {
            Parameters =
            {
                new("entityId", entityId),
                new("partition", partition),
                new("rule", rejection.Rule),
                Text("field", rejection.Field),
                new("reason", rejection.Reason),
                Text("sqlState", rejection.SqlState),
                new("expires", NpgsqlDbType.Interval) { Value = payloads.Keeping.Expires is { } expires ? expires : DBNull.Value },
                new("keys", batch.ConvertAll(row => row.Key)),
                new("suggestions", batch.ConvertAll(row => seal is null ? row.Kept.Suggestion : null)),
                new("payloads", batch.ConvertAll(row => seal is null ? row.Kept.Payload : null)),
                new("sealed", NpgsqlDbType.Array | NpgsqlDbType.Bytea) { Value = batch.ConvertAll(row => Sealed(payloads, row.Key, row.Kept)) },
            },
        };
    }

    private byte[]? Sealed(RejectPayloads payloads, string key, KeptValues kept) =>
        payloads.Seal is not { } seal || kept.AreNone ? null : seal.Seal(kept.ToJson(), PlaceOf(entityId, payloads.Source, key));

    /// <summary>The place that a row's kept values are sealed for.</summary>
    public static string PlaceOf(long entityId, string source, string key) => $"{entityId}:{source}:{key}";

    private static NpgsqlParameter Text(string name, string? value) => new(name, NpgsqlDbType.Text) { Value = value ?? (object)DBNull.Value };
}
