using CrmMigration.Clean;
using CrmMigration.Clean.Places;

namespace CrmMigration.Plan.Transforms;

/// <summary>The two letters of a country's name or code.</summary>
public sealed record CountryTransform : TextTransform
{
    private const int CodeLength = 2;

    public override string Name => "country";

    public override ValueForm Gives(ValueForm value) => ValueForm.Text(CodeLength);

    public override TextCleaner MakeCleaner() => new CountryCleaner();
}
