using System.Text.Json;
using CrmMigration.Flow;
using CrmMigration.Runs;

namespace CrmMigration.CrashHost;

/// <summary>A process that takes part in a run that others began, as the Functions app does, for one step of a partition. Tests kill it.</summary>
internal static class Worker
{
    public static async Task<int> Work(MigrationEngine engine, string step, string input)
    {
        await using var runs = new JoinedRuns(engine, 2);
        var answer = await runs.Answer(new Step<PartitionRef, StepCounts>(step), JsonSerializer.Deserialize<PartitionRef>(input)!, CancellationToken.None);
        await Console.Error.WriteLineAsync($"{step} ended: {answer}");
        return 1;
    }
}
