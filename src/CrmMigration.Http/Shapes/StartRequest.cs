namespace CrmMigration.Http.Shapes;

/// <summary>What starts a migration.</summary>
/// <param name="Plan">The name of a plan that the host offers.</param>
/// <param name="Mode"><c>full</c>, <c>rehearsal</c>, <c>incremental</c>, <c>verify</c> or <c>cutover</c>.</param>
/// <param name="Sample">Of a rehearsal: about how many percent of the rows are loaded; left out, chosen by their number.</param>
/// <param name="Rehearsed">Of a full run: the rehearsal it is bound to, or <c>latest-rehearsal</c>.</param>
/// <param name="AllowDrift">With <c>rehearsed</c>: let through what changes in a source that people go on working in.</param>
/// <param name="ConfirmDeletes">Of an incremental run, a repair or a cut-over: however many rows have left the source, they may leave the target.</param>
/// <param name="Deep">Of a verification: every row is compared by value.</param>
/// <param name="Repair">Of a verification: what differs goes through the stages again, and the source's values win.</param>
/// <param name="AcceptRejects">Of a cut-over: go although rows are rejected or wait.</param>
/// <param name="AcceptReviews">Of a cut-over: go although people have not decided what passes left to them.</param>
/// <param name="AcceptEdits">Of a cut-over: go although rows were edited or deleted in the target.</param>
/// <param name="DropSlots">Of a cut-over: on go, the replication slots are dropped through which the sources' logs are read.</param>
internal sealed record StartRequest(string Plan, StartMode Mode, double? Sample = null, string? Rehearsed = null, bool AllowDrift = false, bool ConfirmDeletes = false, bool Deep = false, bool Repair = false, bool AcceptRejects = false, bool AcceptReviews = false, bool AcceptEdits = false, bool DropSlots = false);
