using CrmMigration.Clean.Phones;
using CrmMigration.Plan.Checking;

namespace CrmMigration.Profile.Trials;

/// <summary>The region that phone numbers without a calling code are tried as.</summary>
internal static class TriedRegion
{
    // Where no phone number of the plan names one.
    private const string Fallback = "US";

    /// <summary>The table's own by the plan, else that of another table.</summary>
    public static PhoneRegion Of(SourceTable table, IEnumerable<SourceTable> all) =>
        all.Prepend(table).SelectMany(one => one.From.Fields ?? []).Select(field => field.Phone?.Region).Append(Fallback).OfType<string>()
            .Select(name => PhoneRegion.TryFind(name, out var region) ? region : null).OfType<PhoneRegion>().First();
}
