namespace CrmMigration.Functions.Orchestrations;

/// <summary>The input of an orchestration: the flow's own, and how many steps it may have at work at once, which a replay must find unchanged.</summary>
public sealed record FlowInput<T>(T Input, int Window);
