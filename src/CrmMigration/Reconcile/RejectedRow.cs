using System.Text.Json;

namespace CrmMigration.Reconcile;

/// <summary>One rejected source row, for the people who fix it.</summary>
public sealed record RejectedRow(string Entity, string Source, string SourceKey, string Rule, string? Field, string Reason, string? SqlState)
{
    /// <summary><c>open</c>; <c>fixed</c>: with a fix that has not been replayed; <c>skip</c>: to be left out at the next replay.</summary>
    public string Resolution { get; init; } = "open";

    /// <summary>Values by column to be read in place of the source's. Personal: null unless it was asked for.</summary>
    public JsonElement? Fix { get; init; }

    /// <summary>What the value probably was meant to be. Personal: null unless it was asked for.</summary>
    public string? Suggestion { get; init; }

    /// <summary>The source row as it was read, one member a column. Personal: null unless it was asked for, is kept, and has not expired.</summary>
    public JsonElement? Payload { get; init; }

    /// <summary>Personal data is kept of it, but encrypted, and the key was not at hand.</summary>
    public bool IsEncrypted { get; init; }
}
