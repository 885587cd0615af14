namespace CrmMigration.Clean.Phones;

/// <summary>A calling code of ITU-T E.164, one to three digits; none begins like another. Made when it is first asked for.</summary>
internal sealed class CallingCode
{
    private const int MostDigits = 3;

    // By the code's number: its place in the file and one more, or 0.
    private static readonly byte[] Places = ReadPlaces();
    private static readonly CallingCode?[] Made = new CallingCode?[PlanFile.CodeCount];

    private readonly byte[] digits;

    private CallingCode(int number, PhoneRegion main, DigitTree assigned)
    {
        Main = main;
        Assigned = assigned;
        digits = number < 10 ? [(byte)number]
            : number < 100 ? [(byte)(number / 10), (byte)(number % 10)]
            : [(byte)(number / 100), (byte)(number / 10 % 10), (byte)(number % 10)];
    }

    public ReadOnlySpan<byte> Digits => digits;

    /// <summary>The region whose plan tells how numbers with this code are written; US for 1.</summary>
    public PhoneRegion Main { get; }

    /// <summary>The valid national numbers of all regions with this code.</summary>
    public DigitTree Assigned { get; }

    /// <param name="number">Of a code that is in use.</param>
    public static CallingCode Of(int number)
    {
        var place = Places[number] - 1;
        return Made[place] ??= new(number, PhoneRegion.At(PlanFile.MainRegion(place)), PlanFile.Assigned(place));
    }

    /// <summary>The code that the digits begin with; null when they begin with none that is in use, or end before it does.</summary>
    public static CallingCode? At(ReadOnlySpan<byte> digits)
    {
        var number = 0;
        for (var i = 0; i < digits.Length && i < MostDigits && digits[0] > 0; i++)
        {
            number = (number * 10) + digits[i];
            if (Places[number] > 0)
            {
                return Of(number);
            }
        }

        return null;
    }

    private static byte[] ReadPlaces()
    {
        var places = new byte[1000];
        for (var i = 0; i < PlanFile.CodeCount; i++)
        {
            places[PlanFile.CallingCode(i)] = (byte)(i + 1);
        }

        return places;
    }
}
