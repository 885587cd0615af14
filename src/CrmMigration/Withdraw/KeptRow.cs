namespace CrmMigration.Withdraw;

/// <summary>A row of the target that a withdrawal left as it is.</summary>
/// <param name="Table">Of the target.</param>
/// <param name="Key">There.</param>
/// <param name="Kind">What the run had done to it, and was not undone: created, updated or deleted.</param>
/// <param name="Reason">One sentence, without any value of the row.</param>
public sealed record KeptRow(string Entity, string Table, string Key, string Kind, string Reason);
