namespace CrmMigration.Http.Problems;

/// <summary>Problems with how a call is written.</summary>
internal sealed partial record Problem
{
    public static Problem UnknownCaller() => new(
        401, "unknown-caller", "Unknown caller", "The key is missing or wrong. Send it in the header x-functions-key, or as the query parameter code.")
    {
        Headers = new Dictionary<string, string> { ["WWW-Authenticate"] = "Key realm=\"crm-migration\"" },
    };

    public static Problem MissingRole(Role role) => new(
        403, "missing-role", "Missing role", $"This call needs the role Migration.{role}. An administrator of the app assigns it.");

    public static Problem NoSuchPath() => new(404, "no-such-path", "No such path", "Nothing answers here. GET /api/openapi.json lists what does.");

    public static Problem WrongMethod(IEnumerable<string> allowed)
    {
        var methods = string.Join(", ", allowed);
        return new(405, "wrong-method", "Wrong method", $"This path takes {methods}.") { Headers = new Dictionary<string, string> { ["Allow"] = methods } };
    }

    public static Problem UnknownParameter(string name, Route route) => new(
        400, "unknown-parameter", "Unknown query parameter", $"The query parameter '{Shortened(name)}' is not known here. {Known(route.Query.Select(one => one.Name))}");

    public static Problem WrongParameter(string name, string actual, string expected) => new(
        400, "wrong-parameter", "Wrong query parameter", $"The query parameter '{name}' {actual}; {expected}.");

    public static Problem WrongRunId() => new(
        400, "wrong-run-id", "Not a run's id", $"The path does not hold a run's id; expected 1 to {Runs.RunId.MaxLength} letters, digits, dots, dashes and underscores.");

    public static Problem WrongHeader(string name, string expected) => new(
        400, "wrong-header", "Wrong header", $"The header {name} cannot be used; expected {expected}.");

    public static Problem NotAcceptable(IEnumerable<string> offered) => new(
        406, "not-acceptable", "No such form", $"The header Accept allows none of the forms there are: {string.Join(", ", offered)}.");

    public static Problem BodyTooLong(int most) => new(
        413, "body-too-long", "Body too long", $"The body has more than {most} bytes. A caller names a plan and never sends one.");

    public static Problem NotJson() => new(
        415, "not-json", "Not JSON", $"The body must be JSON: send the header Content-Type: {MediaTypes.Json}.");

    public static Problem UnreadableBody(string expected) => new(400, "unreadable-body", "Unreadable body", $"The body cannot be read; expected {expected}.");

    public static Problem UnknownField(string name, IEnumerable<string> known) => new(
        400, "unknown-field", "Unknown field", $"The field '{Shortened(name)}' is not known here. {Known(known)}");

    public static Problem WrongField(string name, string actual, string expected) => new(
        400, "wrong-field", "Wrong field", $"The field '{Shortened(name)}' {actual}; expected {expected}.");

    private static string Known(IEnumerable<string> names) => string.Join(", ", names) is { Length: > 0 } list ? $"Known: {list}." : "None is.";
}
