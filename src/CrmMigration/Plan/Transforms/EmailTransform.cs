using CrmMigration.Clean.Emails;
using CrmMigration.Clean;

namespace CrmMigration.Plan.Transforms;

/// <summary>Trims, lowers the domain, and finds what cannot be an e-mail address unusable.</summary>
public sealed record EmailTransform : TextTransform
{
    public override string Name => "email";

    public override ValueForm Gives(ValueForm value) => ValueForm.Text(value.Longest);

    public override TextCleaner MakeCleaner() => new EmailCleaner();
}
