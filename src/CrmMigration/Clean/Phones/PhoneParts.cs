namespace CrmMigration.Clean.Phones;

/// <summary>
/// What <see cref="PhoneNumber.Read"/> made of one value. The number was written to the start of the destination and the digits of its
/// extension after it; both lengths are 0 when there is no usable number. The rule is as that of <see cref="Cleaned"/>.
/// </summary>
public readonly record struct PhoneParts(int NumberLength, int ExtensionLength, Rule? Rule)
{
    public Range Number => ..NumberLength;

    public Range Extension => NumberLength..(NumberLength + ExtensionLength);
}
