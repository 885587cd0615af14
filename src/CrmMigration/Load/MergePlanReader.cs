using CrmMigration.Map;
using CrmMigration.Source;
using Npgsql;

namespace CrmMigration.Load;

/// <summary>Reads the merges that concern one partition.</summary>
internal static class MergePlanReader
{
    public static async Task<MergePlan> Read(NpgsqlConnection target, long entityId, int partition, CancellationToken cancellation)
    {
        var plan = new MergePlan();
        await using var command = new NpgsqlCommand(SqlText.Of("Load/ReadMergePlan.sql"), target)
        {
            Parameters = { new("entityId", entityId), new("partition", partition) },
        };
        await using var reader = await command.ExecuteReaderAsync(cancellation);
        while (await reader.ReadAsync(cancellation))
        {
            Add(plan, reader);
        }

        return plan;
    }

    private static void Add(MergePlan plan, NpgsqlDataReader reader)
    {
        var (members, survivors) = (KeyArrays.Read(reader, 2, 3), KeyArrays.Read(reader, 4, 5));
        if (reader.GetString(0) == "member")
        {
            var targets = KeyArrays.Read(reader, 6, 7) is { Length: > 0 } others ? others : survivors;
            for (var i = 0; i < members.Length; i++)
            {
                plan.AddMember(members[i], targets[i]);
            }

            return;
        }

        var source = reader.GetInt16(1);
        for (var i = 0; i < members.Length; i++)
        {
            plan.AddSurvivor(survivors[i], new(source, members[i]));
        }
    }
}
