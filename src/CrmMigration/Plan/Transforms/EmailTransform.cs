using CrmMigration.Clean;
using CrmMigration.Clean.Emails;

namespace CrmMigration.Plan.Transforms;

/// <summary>Tidies e-mail addresses, corrects mistyped domains, and finds what cannot be an address unusable.</summary>
public sealed record EmailTransform(EmailOptions Options = default) : TextTransform
{
    public override string Name => "email";

    public override ValueForm Gives(ValueForm value) => ValueForm.Text(value.Longest);

    public override TextCleaner MakeCleaner() => new EmailCleaner(Options);
}
