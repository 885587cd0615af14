namespace CrmMigration.Profile;

/// <summary>
/// Rows that one match rule would find alike, after cleaning. Rules are counted each by itself: a run joins what several of them find, so its
/// number of merged rows lies between the largest of them and their sum.
/// </summary>
/// <param name="Columns">Target columns.</param>
/// <param name="Groups">Of rows with one match key.</param>
/// <param name="Rows">That would give way to a survivor.</param>
/// <param name="Error">By how much <see cref="Groups"/> may be wrong, in 95 of 100 cases; 0 for an exact count.</param>
/// <param name="Limit">A key that more rows share is no evidence.</param>
/// <param name="FrequentKeys">Such keys.</param>
/// <param name="FrequentRows">The rows that share them.</param>
public sealed record MatchProfile(IReadOnlyList<string> Columns, long Groups, long Rows, double Error, int Limit, long FrequentKeys, long FrequentRows);
