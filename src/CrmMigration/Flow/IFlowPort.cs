namespace CrmMigration.Flow;

/// <summary>
/// All that flow code may do with the world. A host implements it: in one process, or as a Durable orchestration, which replays the
/// flow from its start; so a flow takes every decision from its input and from results of this port.
/// </summary>
public interface IFlowPort
{
    /// <summary>How many steps or child flows of one kind a flow should have at work at once.</summary>
    int Window { get; }

    Task<TOutput> Step<TInput, TOutput>(Step<TInput, TOutput> step, TInput input)
        where TInput : notnull;

    Task<TOutput> Child<TInput, TOutput>(ChildFlow<TInput, TOutput> flow, TInput input);
}
