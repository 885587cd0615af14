using System.Buffers.Binary;
using CrmMigration.Load;
using CrmMigration.Plan;

namespace CrmMigration.Map.Cells;

internal sealed class DateCell(LiveColumn column) : TargetCell(column)
{
    // PostgreSQL counts days from here (datetime.h, POSTGRES_EPOCH_JDATE).
    private static readonly int Epoch = new DateOnly(2000, 1, 1).DayNumber;

    protected override Rejection? Add(ReadOnlySpan<char> text, TupleBuffer output)
    {
        if (!ValueForm.TryReadDate(text, out var date))
        {
            return NotOne("date such as 2024-12-31");
        }

        BinaryPrimitives.WriteInt32BigEndian(output.AddSpace(4), date.DayNumber - Epoch);
        return null;
    }
}
