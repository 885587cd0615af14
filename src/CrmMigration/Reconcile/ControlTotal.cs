namespace CrmMigration.Reconcile;

/// <summary>One sum in one group, before and after. Figures are exact decimal numbers as text (numeric has no bound).</summary>
/// <param name="Read">Over all rows read from the source.</param>
/// <param name="Loaded">Over the rows of this run in the target, computed by the target.</param>
/// <param name="LeftOut">Over rows that were rejected, merged or skipped.</param>
/// <param name="Source">Of this source alone; null for all of an entity's sources together.</param>
public sealed record ControlTotal(string Column, string? GroupColumn, string? Group, string Read, string Loaded, string LeftOut, bool Agrees, string? Source = null);
