using CrmMigration.Http.Shapes;

namespace CrmMigration.Http;

/// <summary>Every call of the interface: the one list that hosts, handlers and the OpenAPI document are made from.</summary>
public static class Routes
{
    public static Route StartMigration { get; } = new(nameof(StartMigration), "POST", "migrations", Role.Operate)
    {
        Summary = "Starts a migration of a plan, or a rehearsal of one. With the header Idempotency-Key a repeat starts nothing and returns the first answer.",
        Takes = nameof(StartRequest),
        IsIdempotentByKey = true,
        Answers = [new(202, "Started; Location says where to look at it.", nameof(StartedMigration)), Conflict("A run of this plan is at work, and its id is in the member run; or the rehearsal that it is to be bound to is outdated, and the member changes says why.")],
    };

    public static Route ListMigrations { get; } = new(nameof(ListMigrations), "GET", "migrations", Role.Read)
    {
        Summary = "Lists runs, newest first.",
        Query =
        [
            new("state", "Only runs in this state.") { Words = RunStates.All },
            new("mode", "Only runs of this mode.") { Words = RunStates.Modes },
            new("top", "How many at most; 50 when left out.") { Bounds = (1, 200) },
        ],
        Answers = [new(200, "The runs.", nameof(MigrationList))],
    };

    public static Route GetMigration { get; } = new(nameof(GetMigration), "GET", "migrations/{run}", Role.Read)
    {
        Summary = "Says where a run stands.",
        Answers = [new(200, "The run.", nameof(Migration))],
    };

    public static Route PauseMigration { get; } = Ask(nameof(PauseMigration), "pause", "Asks a run to pause after the partitions in hand. It can be resumed.");

    public static Route ResumeMigration { get; } = Ask(nameof(ResumeMigration), "resume", "Carries on a run that was paused, stopped or interrupted, or that failed.");

    public static Route CancelMigration { get; } = Ask(nameof(CancelMigration), "cancel", "Asks a run to end after the partitions in hand, for good. What it published stays.");

    public static Route WithdrawMigration { get; } = new(nameof(WithdrawMigration), "POST", "migrations/{run}/withdraw", Role.Operate)
    {
        Summary = "Undoes a run: the target is as it was before, but for rows that were changed there since. Once more, it tries those again.",
        Answers = [new(202, "Started; the run's remarks say how it ended, and which rows stay.", nameof(RequestTaken)), Conflict("The run cannot be withdrawn now, and why; or a run of the plan is at work.")],
    };

    public static Route GetReport { get; } = new(nameof(GetReport), "GET", "migrations/{run}/report", Role.Read)
    {
        Summary = "The reconciliation of a run as it stands.",
        Answers = [new(200, "The report.", "RunReport") { AlsoAs = [MediaTypes.Bare(MediaTypes.Html)] }],
    };

    public static Route ListRejects { get; } = new(nameof(ListRejects), "GET", "migrations/{run}/rejects", Role.Read)
    {
        Summary = "The rejected rows of a run by entity and key, in pages.",
        Query =
        [
            new("after", "Where the page begins: taken from the member next of the page before, or its Link header."),
            new("top", "How many at most; 100 when left out.") { Bounds = (1, 1000) },
            new("entity", "Only rows of this entity."),
            new("rule", "Only rows that this rule rejected."),
            new("with", "values: also the suggested value and the row as it was read. Both are personal, and need the role Migration.Operate.") { Words = ["values"] },
        ],
        Answers = [new(200, "A page.", nameof(RejectList)) { AlsoAs = [MediaTypes.Bare(MediaTypes.Csv)] }],
    };

    public static Route GroupRejects { get; } = new(nameof(GroupRejects), "GET", "migrations/{run}/rejects/groups", Role.Read)
    {
        Summary = "The rejected rows of a run by rule, with counts and sample keys.",
        Answers = [new(200, "The groups.", nameof(RejectGroups))],
    };

    public static Route FixRejects { get; } = new(nameof(FixRejects), "POST", "migrations/{run}/rejects/fix", Role.Operate)
    {
        Summary = "Says what is to become of rejected rows at the next replay: other values, the suggested ones, or to leave them out.",
        Takes = nameof(FixRequest),
        Answers = [new(200, "Entered.", nameof(FixedRejects)), new(422, "A name in it means nothing to the plan.", "Problem")],
    };

    public static Route ReplayRejects { get; } = new(nameof(ReplayRejects), "POST", "migrations/{run}/rejects/replay", Role.Operate)
    {
        Summary = "Runs rejected rows of a reconciled run through the same stages again. With the header Idempotency-Key a repeat starts nothing.",
        Takes = nameof(ReplayRequest),
        IsIdempotentByKey = true,
        Answers = [new(202, "Started; the run's remarks say how it ended.", nameof(RequestTaken)), Conflict("The run's rows cannot be replayed now, and why; or a run of the plan is at work.")],
    };

    public static Route GetHealth { get; } = new(nameof(GetHealth), "GET", "health", Role.Anyone)
    {
        Summary = "Says that the host is up, and nothing else.",
        Answers = [new(200, "Up.", nameof(Health))],
    };

    public static Route GetReady { get; } = new(nameof(GetReady), "GET", "ready", Role.Read)
    {
        Summary = "Says whether every plan can be read and every database it names is reachable.",
        Answers = [new(200, "Ready.", nameof(Readiness)), new(503, "Not ready.", nameof(Readiness))],
    };

    public static Route GetOpenApi { get; } = new(nameof(GetOpenApi), "GET", "openapi.json", Role.Read)
    {
        Summary = "This document.",
        Answers = [new(200, "An OpenAPI 3.1 document.", null)],
    };

    public static IReadOnlyList<Route> All { get; } =
    [
        StartMigration, ListMigrations, GetMigration, PauseMigration, ResumeMigration, CancelMigration, WithdrawMigration, GetReport, ListRejects, GroupRejects, FixRejects, ReplayRejects, GetHealth, GetReady, GetOpenApi,
    ];

    /// <summary>The route of a call, or null: no such path, or not by that method.</summary>
    public static Route? Find(string method, string path) => All.FirstOrDefault(route => route.Method == method && route.Matches(path, out _));

    private static Route Ask(string name, string verb, string summary) => new(name, "POST", $"migrations/{{run}}/{verb}", Role.Operate)
    {
        Summary = summary,
        Answers = [new(202, "Asked; the run's state says when it took effect.", nameof(RequestTaken)), Conflict("The run's state does not allow it; it is in the member state.")],
    };

    private static RouteAnswer Conflict(string description) => new(409, description, "Problem");
}
