// Stand-ins for the types of Microsoft.Azure.Functions.Worker that the host's sources use, with the same names and signatures, because
// the packages cannot be restored everywhere. They do nothing, and are never shipped.
namespace Microsoft.Azure.Functions.Worker;

[AttributeUsage(AttributeTargets.Method)]
public sealed class FunctionAttribute(string name) : Attribute
{
    public string Name { get; } = name;
}

[AttributeUsage(AttributeTargets.Parameter)]
public sealed class ActivityTriggerAttribute : Attribute;

[AttributeUsage(AttributeTargets.Parameter)]
public sealed class OrchestrationTriggerAttribute : Attribute;

public abstract class FunctionContext
{
    public virtual CancellationToken CancellationToken { get; }
}
