using System.Buffers.Binary;
using System.Globalization;
using CrmMigration.Load;
using CrmMigration.Plan;

namespace CrmMigration.Map.Cells;

/// <summary>real and double precision, from decimals: the nearest number of the type.</summary>
internal sealed class FloatCell(LiveColumn column) : TargetCell(column)
{
    private readonly bool isSingle = column.BaseType == "float4";

    protected override Rejection? Add(ReadOnlySpan<char> text, TupleBuffer output)
    {
        if (!ValueForm.IsDecimal(text))
        {
            return NotOne("number such as -1234.5");
        }

        var number = double.Parse(text, NumberStyles.Float, CultureInfo.InvariantCulture);
        var single = isSingle ? float.Parse(text, NumberStyles.Float, CultureInfo.InvariantCulture) : 0;
        if (double.IsInfinity(number) || float.IsInfinity(single))
        {
            return OutOfRange($"has {text.Length} characters", isSingle ? "numbers up to 3.4e38" : "numbers up to 1.7e308");
        }

        if (isSingle)
        {
            BinaryPrimitives.WriteSingleBigEndian(output.AddSpace(4), single);
        }
        else
        {
            BinaryPrimitives.WriteDoubleBigEndian(output.AddSpace(8), number);
        }

        return null;
    }
}
