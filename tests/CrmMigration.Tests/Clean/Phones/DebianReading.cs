namespace CrmMigration.Tests.Clean.Phones;

/// <summary>What Debian's python3-phonenumbers makes of one text.</summary>
/// <param name="Number">E.164; empty for what is no valid number.</param>
/// <param name="Code">The calling code; 0 where it finds none.</param>
internal sealed record DebianReading(string Number, string Extension, int Code);
