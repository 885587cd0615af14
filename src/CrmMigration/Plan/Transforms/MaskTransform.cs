using CrmMigration.Clean;
using CrmMigration.Clean.Privacy;

namespace CrmMigration.Plan.Transforms;

/// <summary>A value of which only the ends can be read.</summary>
/// <param name="First">Characters that stay at the beginning; of an e-mail address, of its mailbox.</param>
/// <param name="Last">Characters that stay at the end.</param>
/// <param name="IsEmail">The domain of an e-mail address stays, and how long its mailbox was is hidden.</param>
public sealed record MaskTransform(int First, int Last, bool IsEmail) : TextTransform
{
    public override string Name => "mask";

    public override bool Conceals => true;

    public override ValueForm Gives(ValueForm value) => ValueForm.Text(value.Longest is { } longest ? MakeCleaner().MostWritten(longest) : null);

    public override TextCleaner MakeCleaner() => IsEmail ? new EmailMaskCleaner(First) : new MaskCleaner(First, Last);
}
