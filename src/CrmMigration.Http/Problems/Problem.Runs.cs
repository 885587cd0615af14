using System.Text.Json.Nodes;
using CrmMigration.Plan;
using CrmMigration.Runs;
using CrmMigration.Withdraw;

namespace CrmMigration.Http.Problems;

/// <summary>Problems with what a call asks for.</summary>
internal sealed partial record Problem
{
    public static Problem NoSuchRun(string run) => new(404, "no-such-run", "No such run", $"No plan's target knows the run '{run}'. GET /api/migrations lists those there are.");

    public static Problem RunNotFoundEverywhere(string run, IReadOnlyList<string> notAsked) => new(
        503, "not-all-asked", "Not all databases answer", $"The run '{run}' was not found, but not every place could be asked. GET /api/ready says more.")
    {
        Members = Of("notAsked", Texts(notAsked)),
    };

    public static Problem UnknownPlan(string plan, IEnumerable<string> known) => new(
        422, "unknown-plan", "Unknown plan", $"There is no plan '{Shortened(plan)}'. The member plans lists those there are.")
    { Members = Of("plans", Texts(known)) };

    public static Problem NothingToSync(string why) => new(409, "nothing-to-sync", "There is no run to go on from", why);

    public static Problem RunAtWork(RunStatus run) => new(
        409, "run-at-work", "A run is at work", $"Run {run.RunId} of the plan '{run.Plan}' is at work. Wait for it, pause it or cancel it.")
    {
        Members = new Dictionary<string, JsonNode?> { ["run"] = run.RunId, ["state"] = run.State },
    };

    /// <summary>The lease is taken by a run that is not in the books yet.</summary>
    public static Problem RunIsStarting() => new(
        409, "run-at-work", "A run is at work", "Another run of the plan is just starting. Look for it among the runs in a moment.");

    public static Problem UnusableRehearsal(UnusableRehearsalException unusable) => unusable.Changes.Count == 0
        ? new(422, "unusable-rehearsal", "The rehearsal cannot be used", unusable.Message)
        : new(409, "outdated-rehearsal", "The rehearsal is outdated", $"What the rehearsal {Shortened(unusable.Rehearsal)} was made of has changed since; the member changes says what. Rehearse again, or send allowDrift where only rows have changed.")
        {
            Members = Of("changes", Texts(unusable.Changes)),
        };

    public static Problem WrongState(RunStatus run, string what) => new(
        409, "wrong-state", "Not in this state", $"Run {run.RunId} cannot be {what}: its state is {run.State}.{(run.Failure is null ? "" : " " + run.Failure)}")
    {
        Members = new Dictionary<string, JsonNode?> { ["run"] = run.RunId, ["state"] = run.State },
    };

    public static Problem NotReplayed(RunStatus run, string why) => new(409, "not-replayed", "Cannot be replayed", why)
    {
        Members = new Dictionary<string, JsonNode?> { ["run"] = run.RunId, ["state"] = run.State },
    };

    public static Problem NotWithdrawn(RunStatus run, string why) => new(409, "not-withdrawn", "Cannot be withdrawn", why)
    {
        Members = new Dictionary<string, JsonNode?> { ["run"] = run.RunId, ["state"] = run.State },
    };

    public static Problem HalfWithdrawn(HalfWithdrawnException half) => new(409, "half-withdrawn", "A run is half withdrawn", half.Message)
    {
        Members = Of("run", half.RunId),
    };

    public static Problem UnusableFix(string why) => new(422, "unusable-fix", "The fix cannot be used", why);

    public static Problem InvalidPlan(IEnumerable<PlanMistake> mistakes) => new(
        422, "invalid-plan", "The plan cannot run", "The plan does not agree with the databases; nothing was written. The member mistakes lists every mistake with its fix.")
    {
        Members = Of("mistakes", new JsonArray([.. mistakes.Select(Mistake)])),
    };

    public static Problem Unreachable(IEnumerable<string> connections) => new(
        503, "unreachable", "A database does not answer", "Databases of the plan cannot be used; the member connections names them, and the host's log says why. Nothing was started.")
    {
        Members = Of("connections", Texts(connections)),
    };

    public static Problem NotAvailable(string traceId) => new(
        503, "not-available", "Not available", $"A setting, a right or a connection of the host is not as it must be. Its log says which, under {traceId}.")
    { Members = Of("traceId", traceId) };

    public static Problem Unexpected(string traceId) => new(
        500, "unexpected", "Unexpected fault", $"Something went wrong that should not. The host's log says what, under {traceId}.")
    { Members = Of("traceId", traceId) };

    private static Dictionary<string, JsonNode?> Of(string name, JsonNode value) => new() { [name] = value };

    private static JsonArray Texts(IEnumerable<string> texts) => new([.. texts.Select(text => (JsonNode)text)]);

    private static JsonObject Mistake(PlanMistake mistake) => new()
    {
        ["path"] = mistake.Path,
        ["line"] = mistake.Line,
        ["found"] = mistake.Found,
        ["expected"] = mistake.Expected,
        ["fix"] = mistake.Fix,
    };
}
