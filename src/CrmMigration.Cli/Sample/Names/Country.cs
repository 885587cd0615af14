namespace CrmMigration.Cli.Sample.Names;

/// <summary>A country whose phone numbers the sample uses.</summary>
internal enum Country
{
    UnitedStates,
    UnitedKingdom,
    Germany,
    France,
    Spain,
    Italy,
    Brazil,
    India,
    Japan,
}
