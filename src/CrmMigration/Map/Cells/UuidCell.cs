using CrmMigration.Load;
using CrmMigration.Plan;

namespace CrmMigration.Map.Cells;

/// <summary>uuid, from 32 hexadecimal digits with or without hyphens and braces.</summary>
internal sealed class UuidCell(LiveColumn column) : TargetCell(column)
{
    protected override Rejection? Add(ReadOnlySpan<char> text, TupleBuffer output)
    {
        if (!Guid.TryParseExact(text, "D", out var uuid) && !Guid.TryParseExact(text, "N", out uuid) && !Guid.TryParseExact(text, "B", out uuid))
        {
            return NotOne("uuid such as 123e4567-e89b-12d3-a456-426614174000");
        }

        uuid.TryWriteBytes(output.AddSpace(16), bigEndian: true, out _);
        return null;
    }
}
