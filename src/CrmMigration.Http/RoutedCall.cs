using System.Globalization;
using CrmMigration.Http.Problems;
using CrmMigration.Runs;

namespace CrmMigration.Http;

/// <summary>A call that has found its route and whose query names nothing unknown.</summary>
internal sealed class RoutedCall
{
    // The host's key may stand in the query; it is the host's business.
    private const string KeyParameter = "code";

    private readonly Dictionary<string, string> query = [];
    private readonly string? run;

    /// <exception cref="RefusedException">The query names a parameter that the route does not take, or one twice.</exception>
    public RoutedCall(HttpCall call, Route route, IRunHost host)
    {
        Host = host;
        Call = call;
        Route = route;
        route.Matches(call.Path, out run);
        foreach (var (name, value) in call.Query.Where(one => one.Key != KeyParameter))
        {
            if (!route.Query.Any(parameter => parameter.Name == name))
            {
                throw new RefusedException(Problem.UnknownParameter(name, route));
            }

            if (!query.TryAdd(name, value))
            {
                throw new RefusedException(Problem.WrongParameter(name, "is given twice", "expected one value"));
            }
        }
    }

    public IRunHost Host { get; }

    public HttpCall Call { get; }

    public Route Route { get; }

    public CancellationToken Cancellation => Call.Cancellation;

    /// <exception cref="RefusedException">It cannot be the id of a run.</exception>
    public string Run => RunId.IsValid(run!) ? run! : throw new RefusedException(Problem.WrongRunId());

    public string? Text(string name) => query.GetValueOrDefault(name);

    /// <exception cref="RefusedException">It is none of the words that the route allows.</exception>
    public string? Word(string name)
    {
        var words = Parameter(name).Words;
        return Text(name) is not { } word || words.Contains(word)
            ? Text(name)
            : throw new RefusedException(Problem.WrongParameter(name, $"is '{Problem.Shortened(word)}'", $"expected one of {string.Join(", ", words)}"));
    }

    /// <exception cref="RefusedException">It is no whole number within the route's bounds.</exception>
    public int Whole(string name, int otherwise)
    {
        var (least, most) = Parameter(name).Bounds!.Value;
        return Text(name) is not { } text ? otherwise
            : int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number >= least && number <= most ? number
            : throw new RefusedException(Problem.WrongParameter(name, $"is '{Problem.Shortened(text)}'", $"expected a whole number from {least} to {most}"));
    }

    private QueryParameter Parameter(string name) => Route.Query.Single(one => one.Name == name);
}
