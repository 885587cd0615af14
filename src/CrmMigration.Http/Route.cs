namespace CrmMigration.Http;

/// <summary>One call of the interface.</summary>
/// <param name="Name">Verb and noun; the operation id of the OpenAPI document and the name of a host's function.</param>
/// <param name="Method">GET or POST.</param>
/// <param name="Pattern">Below <c>/api</c>: <c>migrations/{run}/report</c>. The only placeholder is <c>{run}</c>.</param>
/// <param name="Needs">The role that a caller must have.</param>
public sealed record Route(string Name, string Method, string Pattern, Role Needs)
{
    public string Summary { get; init; } = "";

    public IReadOnlyList<QueryParameter> Query { get; init; } = [];

    public IReadOnlyList<RouteAnswer> Answers { get; init; } = [];

    /// <summary>Name of the schema of the JSON it takes; null when it takes none.</summary>
    public string? Takes { get; init; }

    /// <summary>Whether it reads the header <c>Idempotency-Key</c>.</summary>
    public bool IsIdempotentByKey { get; init; }

    /// <summary>Whether the path is one of this route; then also the run in it, or null.</summary>
    public bool Matches(string path, out string? run)
    {
        run = null;
        var segments = path.Trim('/').Split('/');
        var pattern = Pattern.Split('/');
        if (segments.Length != pattern.Length)
        {
            return false;
        }

        foreach (var (expected, actual) in pattern.Zip(segments))
        {
            if (expected == "{run}")
            {
                run = actual;
            }
            else if (expected != actual)
            {
                return false;
            }
        }

        return true;
    }
}
