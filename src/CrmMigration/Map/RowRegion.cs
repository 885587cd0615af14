using CrmMigration.Clean.Phones;

namespace CrmMigration.Map;

/// <summary>Where the phone number of the row at hand is from: its country, or the plan's region where it names none whose numbers are known.</summary>
internal sealed class RowRegion(int column, PhoneRegion? otherwise) : RowCountry(column)
{
    private PhoneRegion? named;

    public PhoneRegion? Current => named ?? otherwise;

    protected override void Take(string? iso2) => named = iso2 is not null && PhoneRegion.TryFind(iso2, out var region) ? region : null;
}
