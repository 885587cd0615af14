using System.Globalization;

namespace CrmMigration.Profile.Page;

internal static class Svg
{
    /// <summary>A length in a drawing, to two digits.</summary>
    public static string Number(double length) => length.ToString("0.##", CultureInfo.InvariantCulture);
}
