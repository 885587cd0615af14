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
            var (members, survivors) = (KeyArrays.Read(reader, 1, 2), KeyArrays.Read(reader, 3, 4));
            for (var i = 0; i < members.Length; i++)
            {
                if (reader.GetString(0) == "member")
                {
                    plan.AddMember(members[i], survivors[i]);
                }
                else
                {
                    plan.AddSurvivor(survivors[i], members[i]);
                }
            }
        }

        return plan;
    }
}
