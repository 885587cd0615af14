namespace CrmMigration.Http.Shapes;

/// <summary>What starts a migration.</summary>
/// <param name="Plan">The name of a plan that the host offers.</param>
/// <param name="Mode"><c>full</c>; <c>incremental</c> once there is a synchronization.</param>
internal sealed record StartRequest(string Plan, StartMode Mode);
