namespace CrmMigration.Http;

/// <summary>An answer that a route may give when all goes well, or a refusal of its own.</summary>
/// <param name="Shape">Name of the schema of its JSON; null when it gives none.</param>
public sealed record RouteAnswer(int Status, string Description, string? Shape)
{
    /// <summary>Other types of content that the caller may ask for by <c>Accept</c>.</summary>
    public IReadOnlyList<string> AlsoAs { get; init; } = [];
}
