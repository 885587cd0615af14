using System.Text.Json;
using CrmMigration.Rejects;

namespace CrmMigration.Reconcile;

/// <summary>A rejected row as one query gives it. What was not asked for, or has expired, is null.</summary>
internal sealed record RejectLine
{
    public long EntityId { get; init; }

    public int Position { get; init; }

    public int SourcePosition { get; init; }

    public int Partition { get; init; }

    public string Entity { get; init; } = "";

    public string Source { get; init; } = "";

    public string SourceKey { get; init; } = "";

    public string Rule { get; init; } = "";

    public string? Field { get; init; }

    public string Reason { get; init; } = "";

    public string? SqlState { get; init; }

    public string Resolution { get; init; } = "open";

    public string? Fix { get; init; }

    public string? Suggestion { get; init; }

    public string? Payload { get; init; }

    public byte[]? Sealed { get; init; }

    public RejectCursor Cursor => new(Position, SourcePosition, SourceKey);

    /// <param name="seal">Null: the key is not at hand.</param>
    public RejectedRow ToRow(PayloadSeal? seal)
    {
        var kept = Kept(seal);
        return new(Entity, Source, SourceKey, Rule, Field, Reason, SqlState)
        {
            Resolution = Resolution,
            Fix = Fix is null ? null : JsonElement.Parse(Fix),
            Suggestion = kept?.Suggestion,
            Payload = kept?.Payload is { } payload ? JsonElement.Parse(payload) : null,
            IsEncrypted = kept is null,
        };
    }

    /// <summary>Null: encrypted, and not to be opened.</summary>
    public KeptValues? Kept(PayloadSeal? seal) => Sealed is null ? new KeptValues(Suggestion, Payload)
        : seal?.Open(Sealed, RejectWriter.PlaceOf(EntityId, Source, SourceKey)) is { } opened ? KeptValues.Read(opened) : null;
}
