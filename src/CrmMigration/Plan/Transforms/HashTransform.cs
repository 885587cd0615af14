using CrmMigration.Clean;
using CrmMigration.Clean.Privacy;

namespace CrmMigration.Plan.Transforms;

/// <summary>A pseudonym of a value, under a secret key that the plan names and does not hold.</summary>
/// <param name="Key">The key's name, as <see cref="Source.IConnections.FindKey"/> takes it.</param>
public sealed record HashTransform(string Key) : TextTransform
{
    public override string Name => "hash";

    public override bool Conceals => true;

    /// <summary>The key itself; null until <see cref="HashKeys"/> gives it. Not public, so that no text of this record shows it.</summary>
    internal byte[]? Secret { get; init; }

    public override ValueForm Gives(ValueForm value) => ValueForm.Text(HashCleaner.Length);

    public override TextCleaner MakeCleaner() => new HashCleaner(Secret ?? throw new InvalidOperationException($"Bug: values are hashed before the key '{Key}' is found."));
}
