using System.Buffers.Binary;
using System.Globalization;
using CrmMigration.Load;
using CrmMigration.Plan;

namespace CrmMigration.Map.Cells;

/// <summary>smallint, integer and bigint, from whole numbers; a decimal whose fraction is zero is one.</summary>
internal sealed class IntegerCell(LiveColumn column) : TargetCell(column)
{
    private readonly int size = column.BaseType switch { "int2" => 2, "int4" => 4, _ => 8 };

    protected override Rejection? Add(ReadOnlySpan<char> text, TupleBuffer output)
    {
        if (!ValueForm.IsDecimal(text))
        {
            return NotOne("whole number such as -1234");
        }

        var point = text.IndexOf('.');
        if (point >= 0 && text[(point + 1)..].TrimEnd('0') is { Length: > 0 } fraction)
        {
            return TooPrecise($"has {fraction.Length} digits behind the decimal point", "whole numbers");
        }

        var whole = point < 0 ? text : text[..point];
        var most = long.MaxValue >> (64 - (size * 8));
        if (!long.TryParse(whole, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number) || number > most || number < -most - 1)
        {
            return OutOfRange($"has {whole.TrimStart('-').TrimStart('0').Length} digits", $"whole numbers from {-most - 1} to {most}");
        }

        Span<byte> wide = stackalloc byte[8];
        BinaryPrimitives.WriteInt64BigEndian(wide, number);
        output.Add(wide[^size..]);
        return null;
    }
}
