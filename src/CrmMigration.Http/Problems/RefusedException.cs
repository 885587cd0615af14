using System.Diagnostics.CodeAnalysis;

namespace CrmMigration.Http.Problems;

/// <summary>A call cannot be served as it is; the problem is the answer.</summary>
[SuppressMessage("Design", "CA1064", Justification = "It never leaves the interface.")]
internal sealed class RefusedException(Problem problem) : Exception(problem.Title)
{
    public Problem Problem { get; } = problem;
}
