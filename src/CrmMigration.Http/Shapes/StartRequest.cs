namespace CrmMigration.Http.Shapes;

/// <summary>What starts a migration.</summary>
/// <param name="Plan">The name of a plan that the host offers.</param>
/// <param name="Mode"><c>full</c> or <c>rehearsal</c>; <c>incremental</c> once there is a synchronization.</param>
/// <param name="Sample">Of a rehearsal: about how many percent of the rows are loaded; left out, chosen by their number.</param>
/// <param name="Rehearsed">Of a full run: the rehearsal it is bound to, or <c>latest-rehearsal</c>.</param>
/// <param name="AllowDrift">With <c>rehearsed</c>: let through what changes in a source that people go on working in.</param>
internal sealed record StartRequest(string Plan, StartMode Mode, double? Sample = null, string? Rehearsed = null, bool AllowDrift = false);
