using System.Buffers.Binary;
using System.Text;
using CrmMigration.Map;
using Npgsql;

namespace CrmMigration.Load;

/// <summary>Writes numbers that rows got as their keys by binary COPY.</summary>
internal static class AssignedKeyCopy
{
    public static void Write(NpgsqlConnection target, Owner owner, AssignedKeys assigned)
    {
        var numbers = assigned.Numbers.NumberSpan;
        var (lowest, highest) = (numbers[0], numbers[0]);
        foreach (var number in numbers)
        {
            (lowest, highest) = (Math.Min(lowest, number), Math.Max(highest, number));
        }

        var row = new TupleBuffer(8);
        row.BeginRow();
        AddText(row, owner.Entity);
        AddText(row, owner.Source);
        AddText(row, owner.RunId);
        BinaryPrimitives.WriteInt64BigEndian(row.AddSpace(8), lowest);
        BinaryPrimitives.WriteInt64BigEndian(row.AddSpace(8), highest);
        row.Add(assigned.Keys);
        row.AddNumbers(numbers);
        var copy = CopyIn.Begin(target, "crm_migration.assigned_keys", "entity, source, run_id, lowest, highest, key_numbers, key_texts, target_numbers");
        copy.Write(row.Written);
        CopyIn.End(copy);
    }

    private static void AddText(TupleBuffer row, string? text)
    {
        if (text is null)
        {
            row.AddNull();
        }
        else
        {
            row.Add(Encoding.UTF8.GetBytes(text));
        }
    }

    /// <summary>Whose rows got the numbers.</summary>
    /// <param name="RunId">The rehearsal that they are for; null for ever.</param>
    internal sealed record Owner(string Entity, string Source, string? RunId);
}
