using CrmMigration.Clean.Places;

namespace CrmMigration.Map;

/// <summary>How the postal code of the row at hand is written: as in its country, or in the plan's where it names none.</summary>
internal sealed class RowPostalCodes(int column, string? otherwise) : RowCountry(column)
{
    private string? named;

    /// <summary>Null where there are no codes, or none that are known.</summary>
    public PostalCode? Current => (named ?? otherwise) is { } iso2 ? PostalCode.Of(iso2) : null;

    protected override void Take(string? iso2) => named = iso2;
}
