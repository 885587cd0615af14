using System.Buffers.Binary;
using System.Globalization;
using System.Text;
using CrmMigration.Plan;

namespace CrmMigration.Profile.Tally;

/// <summary>Columns whose few values may be shown, and how they read.</summary>
internal static class CodeText
{
    public static bool Shows(LiveColumn column) =>
        column.IsText || column.SendFunction == "enum_send" || column.BaseType is "bool" or "int2" or "int4" or "int8";

    public static string Of(LiveColumn column, ReadOnlySpan<byte> wire) => column.BaseType switch
    {
        "bool" => wire[0] == 0 ? "false" : "true",
        "int2" => BinaryPrimitives.ReadInt16BigEndian(wire).ToString(CultureInfo.InvariantCulture),
        "int4" => BinaryPrimitives.ReadInt32BigEndian(wire).ToString(CultureInfo.InvariantCulture),
        "int8" => BinaryPrimitives.ReadInt64BigEndian(wire).ToString(CultureInfo.InvariantCulture),
        _ => Encoding.UTF8.GetString(wire),
    };
}
