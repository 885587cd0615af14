using CrmMigration.Clean;
using CrmMigration.Clean.Names;
using CrmMigration.Clean.Phones;
using CrmMigration.Clean.Typed;
using CrmMigration.Plan;
using CrmMigration.Plan.Transforms;

namespace CrmMigration.Profile.Trials;

/// <summary>The cleaners that the values of a table's text columns are tried on.</summary>
/// <param name="region">Where phone numbers without a calling code, and postal codes, are from.</param>
/// <param name="mapped">What the plan makes of the table; null where its mistakes allow no answer.</param>
internal sealed class Cleaners(PhoneRegion region, CheckedEntity? mapped)
{
    // What PersonName asks for, and the space between the two names.
    private const int RoomForName = 9;

    // Those with a word of their own for what a column holds, in the settings that columns are mostly written in.
    private readonly (TextTransform Transform, string? Settings)[] known =
    [
        (new EmailTransform(), null),
        (new PhoneTransform(region.Iso2), region.Iso2),
        (new DateTransform(Formats("iso", "d.M.yyyy", "d/M/yyyy", "d-M-yyyy", "d MMM yyyy"), WithTime: false), "day first"),
        (new DateTransform(Formats("iso", "M/d/yyyy", "M-d-yyyy", "MMM d, yyyy"), WithTime: false), "month first"),
        (new BooleanTransform([], [], Only: false), null),
        (new CountryTransform(), null),
        (new PostalCodeTransform(region.Iso2), region.Iso2),
        (new NumberTransform(new() { Signs = NumberSigns.English }), "1,234.5"),
        (new NumberTransform(new() { Signs = new(',', '.') }), "1.234,5"),
    ];

    /// <summary>The plan's own for the column, with its settings, then all others.</summary>
    public IReadOnlyList<Cleaner> Of(LiveColumn column)
    {
        var names = known.Select(one => one.Transform.Name).ToHashSet(StringComparer.Ordinal);
        var planned = mapped?.Sources[0].Fields.Where(field => field.From.Any(from => from.Name == column.Name)).SelectMany(field => field.Plan.As).DistinctBy(one => one.Name).ToList() ?? [];
        return
        [
            .. planned.Select(Alone).OfType<TextTransform>().Where(transform => names.Contains(transform.Name)).Select(transform => Made(transform, transform is PhoneTransform phone ? phone.Region : null, true)),
            new("personName", null, planned.Exists(transform => transform is PersonNameTransform), CleanName, length => length + RoomForName),
            .. known.Where(one => planned.TrueForAll(other => other.Name != one.Transform.Name)).Select(one => Made(one.Transform, one.Settings, false)),
        ];
    }

    // A trial knows nothing of the row's country; it takes the plan's region, or that of the table's other numbers.
    private Transform Alone(Transform transform) => transform switch
    {
        PhoneTransform phone => new PhoneTransform(phone.Region ?? region.Iso2),
        PhonePartsTransform parts => new PhoneTransform(parts.Phone.Region ?? region.Iso2),
        PostalCodeTransform code => new PostalCodeTransform(code.Country ?? region.Iso2),
        _ => transform,
    };

    private static Cleaner Made(TextTransform transform, string? settings, bool isPlanned)
    {
        var cleaner = transform.MakeCleaner();
        return new(transform.Name, settings, isPlanned, cleaner.Clean, cleaner.MostWritten);
    }

    private static DateFormat[] Formats(params string[] patterns) => [.. patterns.Select(pattern => DateFormat.TryParse(pattern, null, out var format, out var fault)
        ? format
        : throw new InvalidOperationException($"Bug: {pattern} is no date format: {fault}"))];

    // First and last name with the space that parted them, so that a name which is only split counts as unchanged.
    private static Cleaned CleanName(ReadOnlySpan<char> text, Span<char> destination)
    {
        var parts = PersonName.Clean(text, destination);
        if (parts.FirstLength == 0 || parts.LastLength == 0)
        {
            return new(parts.FirstLength + parts.LastLength, parts.Rule);
        }

        destination.Slice(parts.FirstLength, parts.LastLength).CopyTo(destination[(parts.FirstLength + 1)..]);
        destination[parts.FirstLength] = ' ';
        return new(parts.FirstLength + 1 + parts.LastLength, parts.Rule);
    }
}
