using System.Globalization;
using System.Numerics;

namespace CrmMigration.Reconcile;

/// <summary>Sums of row hashes modulo 2^64. PostgreSQL sums them as signed numbers without bound and hands the sum over as text.</summary>
internal static class HashSum
{
    private static readonly BigInteger Modulus = BigInteger.One << 64;

    public static ulong Parse(string? sum)
    {
        var rest = BigInteger.Parse(sum ?? "0", CultureInfo.InvariantCulture) % Modulus;
        return (ulong)(rest.Sign < 0 ? rest + Modulus : rest);
    }
}
