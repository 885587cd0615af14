using CrmMigration.Plan;

namespace CrmMigration.Http.Books;

/// <summary>The plans that can be read, and the names of those that cannot.</summary>
internal sealed record Targets(IReadOnlyList<MigrationPlan> Plans, IReadOnlyList<string> Readable, IReadOnlyList<string> Unreadable)
{
    /// <summary>The connections whose databases may hold books.</summary>
    public IEnumerable<string> Connections => Plans.Select(plan => plan.TargetConnection).Distinct();

    /// <summary>Reads all plans; one that holds mistakes must not hide the runs of another.</summary>
    public static async Task<Targets> Of(IPlans plans, CancellationToken cancellation)
    {
        List<MigrationPlan> read = [];
        List<string> readable = [];
        List<string> unreadable = [];
        foreach (var name in await plans.Names(cancellation))
        {
            try
            {
                read.Add(await plans.Read(name, cancellation));
                readable.Add(name);
            }
            catch (Exception invalid) when (invalid is InvalidPlanException or InvalidSettingException)
            {
                unreadable.Add(name);
            }
        }

        return new(read, readable, unreadable);
    }
}
