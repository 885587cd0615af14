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

[AttributeUsage(AttributeTargets.Parameter)]
public sealed class DurableClientAttribute : Attribute;

[AttributeUsage(AttributeTargets.Parameter)]
public sealed class TimerTriggerAttribute(string schedule) : Attribute
{
    public string Schedule { get; } = schedule;

    public bool RunOnStartup { get; set; }
}

public class TimerInfo
{
    public bool IsPastDue { get; set; }
}

public abstract class TraceContext
{
    public abstract string TraceParent { get; }
}

public abstract class FunctionContext
{
    public abstract TraceContext TraceContext { get; }

    public virtual CancellationToken CancellationToken { get; }
}
