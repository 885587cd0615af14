namespace CrmMigration.Plan;

/// <summary>The plan, an argument or a connection setting is wrong; nothing was written. Hosts answer with exit code 2.</summary>
public sealed class InvalidPlanException(IReadOnlyList<PlanMistake> mistakes) : Exception(string.Join(Environment.NewLine, mistakes))
{
    public IReadOnlyList<PlanMistake> Mistakes { get; } = mistakes;
}
