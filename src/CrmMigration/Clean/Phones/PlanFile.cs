using System.Buffers.Binary;
using System.Text;

namespace CrmMigration.Clean.Phones;

/// <summary>
/// The phone plans of all regions, as scripts/phone-plans writes them from libphonenumber's metadata into phone-plans.bin. It is read when
/// the first phone region is asked for, in some ten microseconds: the automata are walked where they lie, and a region is made when it is
/// asked for. The layout is told in scripts/phone-plans/file.mjs.
/// </summary>
internal static class PlanFile
{
    public const int MapBits = 12;
    private const string Resource = "Clean/Phones/phone-plans.bin";
    private const int HeadLength = 16;
    private const int RegionLength = 16;
    private const int CodeLength = 8;
    private const int ConstantLength = 4;
    private const int EndingLength = 4;
    private const byte WithoutGroup = 254;
    private const byte NoEnding = 255;

    private static readonly byte[] Bytes = ReadResource();
    private static readonly int SourceLength = Short(4);
    private static readonly int MapsStart = HeadLength + SourceLength;
    private static readonly int RegionsStart = MapsStart + (8 * Short(6));
    private static readonly int CodesStart = RegionsStart + (RegionLength * Short(12));
    private static readonly int ConstantsStart = CodesStart + (CodeLength * Short(14));
    private static readonly int EndingsStart = ConstantsStart + (ConstantLength * Short(10));

    public static readonly ulong[] Maps = ReadMaps(new ulong[Short(6)]);
    public static readonly ushort[] Nodes = ReadNodes(EndingsStart + (EndingLength * Short(8)));

    public static int RegionCount => Short(12);

    public static int CodeCount => Short(14);

    /// <summary>The package and version that the plans were made from.</summary>
    public static string Source => Encoding.ASCII.GetString(Bytes, HeadLength, SourceLength).TrimEnd();

    /// <summary>Where a prefix ends whose last digit led to this mark, or <see cref="PrefixEnd.None"/>.</summary>
    public static PrefixEnd EndOf(int mark, int length, bool isAtEnd)
    {
        var place = EndingsStart + ((mark - 1) * EndingLength);
        if (isAtEnd && Bytes[place + 2] != NoEnding)
        {
            place += 2;
        }

        var (start, behind) = (Bytes[place], Bytes[place + 1]);
        return start == NoEnding ? PrefixEnd.None : start == WithoutGroup ? new(length, -1, -1) : new(length, start, length - behind);
    }

    /// <summary>The two letters of a region's name as one number, by which the regions are in order.</summary>
    public static int RegionOrder(int index) => OrderOf((char)Bytes[RegionsStart + (index * RegionLength)], (char)Bytes[RegionsStart + (index * RegionLength) + 1]);

    public static int OrderOf(char first, char second) => (first << 8) | second;

    public static RegionEntry Region(int index)
    {
        var place = RegionsStart + (index * RegionLength);
        return new()
        {
            Name = Encoding.ASCII.GetString(Bytes, place, 2),
            CallingCode = Short(place + 2),
            Lengths = BinaryPrimitives.ReadInt32LittleEndian(Bytes.AsSpan(place + 4)),
            General = new(Short(place + 8)),
            TrunkPrefix = new(Short(place + 10)),
            PrefixAbroad = new(Short(place + 12)),
            PutBefore = Constant(Short(place + 14)),
        };
    }

    public static int CallingCode(int index) => Short(CodesStart + (index * CodeLength));

    public static int MainRegion(int index) => Short(CodesStart + (index * CodeLength) + 2);

    public static DigitTree Assigned(int index) => new(Short(CodesStart + (index * CodeLength) + 4));

    private static byte[] Constant(int index)
    {
        var place = ConstantsStart + (ConstantLength * index);
        var length = 0;
        while (length < ConstantLength && Bytes[place + length] > 0)
        {
            length++;
        }

        var digits = new byte[length];
        for (var i = 0; i < length; i++)
        {
            digits[i] = (byte)(Bytes[place + i] - '0');
        }

        return digits;
    }

    private static ulong[] ReadMaps(ulong[] maps)
    {
        for (var i = 0; i < maps.Length; i++)
        {
            maps[i] = BinaryPrimitives.ReadUInt64LittleEndian(Bytes.AsSpan(MapsStart + (8 * i)));
        }

        return maps;
    }

    private static ushort[] ReadNodes(int place)
    {
        var nodes = new ushort[(Bytes.Length - place) / 2];
        for (var i = 0; i < nodes.Length; i++)
        {
            nodes[i] = (ushort)Short(place + (2 * i));
        }

        return nodes;
    }

    private static int Short(int place) => BinaryPrimitives.ReadUInt16LittleEndian(Bytes.AsSpan(place));

    private static byte[] ReadResource()
    {
        using var stream = typeof(PlanFile).Assembly.GetManifestResourceStream(Resource)
            ?? throw new InvalidOperationException($"Bug: the resource {Resource} is missing.");
        var bytes = new byte[stream.Length];
        stream.ReadExactly(bytes);
        return bytes;
    }
}
