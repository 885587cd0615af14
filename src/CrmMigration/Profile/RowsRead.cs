namespace CrmMigration.Profile;

/// <summary>The rows that everything but exact counts is made of.</summary>
/// <param name="Percent">Asked of the server; 100 for all.</param>
/// <param name="Rows">That came.</param>
/// <param name="Tried">Of them, those that all cleaners were tried on.</param>
/// <param name="Took">The reading.</param>
public sealed record RowsRead(ReadMethod Method, double Percent, int Seed, long Rows, long Tried, TimeSpan Took);
