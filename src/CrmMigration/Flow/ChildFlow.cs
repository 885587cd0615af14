namespace CrmMigration.Flow;

/// <summary>A flow that another flow can run, by name.</summary>
public sealed record ChildFlow<TInput, TOutput>(string Name, Func<IFlowPort, TInput, Task<TOutput>> Run);
