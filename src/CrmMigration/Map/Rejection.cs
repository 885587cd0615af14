namespace CrmMigration.Map;

/// <summary>Why one row was refused.</summary>
/// <param name="Rule">Stable code, such as <c>required.missing</c>.</param>
/// <param name="Field">Target column, or null when the whole row is meant.</param>
/// <param name="Reason">A plain sentence without any value of the row.</param>
/// <param name="SqlState">The server's code, when it was a server that refused.</param>
internal sealed record Rejection(string Rule, string? Field, string Reason, string? SqlState = null)
{
    /// <summary>What the field's value probably was meant to be; null where there is no good guess. Personal data.</summary>
    public string? Suggestion { get; init; }
}
