using CrmMigration.Clean.Names;
using CrmMigration.Clean;
using CrmMigration.Map.Cells;
using CrmMigration.Plan.Transforms;
using CrmMigration.Plan;
using CrmMigration.Source;

namespace CrmMigration.Map;

/// <summary>Makes of each field of a mapping the step that writes its columns, as plain as the field allows.</summary>
internal sealed class FieldSteps(EntityMapping mapping, Func<string, ParentIndex> parents)
{
    private readonly TextScratch scratch = new();
    private readonly IReadOnlySet<string> concealed = mapping.Source.Concealed;

    public FieldStep Of(CheckedField field) =>
        field.Plan.Value is { } value ? new ConstantField(value, field.To[0])
        : field.IsCopy ? Copied(field)
        : Cleaned(field);

    private FieldStep Copied(CheckedField field)
    {
        var source = mapping.SourceIndex(field.From[0]);
        return mapping.Entity.Plan.References.TryGetValue(field.To[0].Name, out var parent)
            ? new ReferenceField(source, field.To[0], KeyKinds.Of(field.From[0].BaseType) ?? KeyKind.Text, parents(parent))
            : new CopyField(source);
    }

    private FieldStep Cleaned(CheckedField field)
    {
        TargetCell[] targets = [.. field.To.Select(CellOf)];
        var last = field.Plan.As[^1];
        var region = RegionOf(field, (last as PhonePartsTransform)?.Phone ?? last as PhoneTransform);
        var chain = ChainOf(field, region);
        return Shortened(field, targets, region, last switch
        {
            PersonNameTransform name => new PersonNameField(chain, targets, name.Parts),
            SplitPartsTransform split => new SplitPartsField(chain, targets, new(split.Separator, split.Parts)),
            PhonePartsTransform => new PhonePartsField(chain, targets[0], targets[1], region),
            _ => new CleanedField(chain, targets[0]),
        });
    }

    // The commonest values of the commonest fields need not be decoded.
    private FieldStep Shortened(CheckedField field, TargetCell[] targets, RowRegion region, FieldStep step)
    {
        var source = field.From.Count == 1 ? mapping.SourceIndex(field.From[0]) : -1;
        return (field.Plan.As, targets) switch
        {
            ([PersonNameTransform { Parts: PersonNameColumns.None }], [TextCell first, TextCell last]) => new PlainNameField(source, first, last, step),
            ([EmailTransform email], [TextCell to]) => new EmailField(source, to, email.Options, step),
            ([PhoneTransform], [TextCell number]) => new PhoneField(source, number, region, step),
            ([PhonePartsTransform], [TextCell number, _]) => new PhoneField(source, number, region, step) { Extension = targets[1] },
            _ => step,
        };
    }

    private TextChain ChainOf(CheckedField field, RowRegion lastRegion)
    {
        var countries = new List<RowCountry> { lastRegion };
        TextCleaner[] links = [.. field.Plan.As.OfType<TextTransform>().Select(transform => CleanerOf(field, transform, countries))];
        var main = field.Plan.MainTarget!;
        var input = InputOf(field);
        return new(field.Countries.Count == 0 ? input : new RegionalText(input, countries), links, main, scratch)
        {
            OnInvalid = field.Plan.OnInvalid,
            Originals = [.. input.Columns.Where(column => !concealed.Contains(mapping.SourceColumns[column].Name))],
            IsRequired = mapping.Source.Plan.Required.Contains(main),
        };
    }

    // What asks for the row's country is told it by what is added to the countries.
    private TextCleaner CleanerOf(CheckedField field, TextTransform transform, List<RowCountry> countries)
    {
        switch (transform)
        {
            case PhoneTransform { RegionFrom: not null } phone:
                var region = RegionOf(field, phone);
                countries.Add(region);
                return new RowPhoneCleaner(region);
            case PostalCodeTransform { CountryFrom: not null } code:
                var codes = new RowPostalCodes(CountryIndex(field, code), code.Country);
                countries.Add(codes);
                return new RowPostalCodeCleaner(codes);
            default:
                return transform.MakeCleaner();
        }
    }

    private RowRegion RegionOf(CheckedField field, PhoneTransform? phone) => new(CountryIndex(field, phone), phone?.FindRegion());

    private int CountryIndex(CheckedField field, Transform? transform) =>
        transform?.CountryColumn is { } name ? mapping.SourceIndex(field.Countries.Single(column => column.Name == name)) : -1;

    private ITextInput InputOf(CheckedField field)
    {
        if (field.Plan.As is not [FormatTransform format, ..])
        {
            return new ColumnText(mapping.SourceIndex(field.From[0]));
        }

        var columns = field.Plan.From.Zip(field.From).ToDictionary(pair => pair.First, pair => mapping.SourceIndex(pair.Second));
        return new FormattedText(format.Parts, [.. format.Parts.Select(part => columns[part.Column])]);
    }

    private static TargetCell CellOf(LiveColumn column) =>
        TargetCell.Of(column) ?? throw new InvalidOperationException($"Bug: the check let a cleaned value go into {column.Name}, which is {column.Type}.");
}
