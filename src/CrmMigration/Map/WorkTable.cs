namespace CrmMigration.Map;

/// <summary>A table that rows are loaded into instead of the target.</summary>
/// <param name="Sql">Quoted.</param>
/// <param name="LoadsFirst">It will become the target, or is treated like that: it holds only rows of this run, and rows are merged within it.</param>
/// <param name="TakesMetRows">It stands for a target in use, and takes each of its rows along when a row of the same key comes.</param>
internal sealed record WorkTable(string Sql, bool LoadsFirst, bool TakesMetRows);
