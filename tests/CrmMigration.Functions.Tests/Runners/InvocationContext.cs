using Microsoft.Azure.Functions.Worker;

namespace CrmMigration.Functions.Tests.Runners;

/// <summary>An invocation of a function, traced as the Functions host does.</summary>
internal sealed class InvocationContext(CancellationToken cancellation) : FunctionContext
{
    public const string TraceId = "4bf92f3577b34da6a3ce929d0e0e4736";

    public override TraceContext TraceContext { get; } = new Trace();

    public override CancellationToken CancellationToken => cancellation;

    private sealed class Trace : TraceContext
    {
        public override string TraceParent => $"00-{TraceId}-00f067aa0ba902b7-01";
    }
}
