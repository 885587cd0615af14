namespace CrmMigration.Withdraw;

/// <summary>A foreign key that leads to rows of a target table.</summary>
/// <param name="Child">The quoted table that it is of.</param>
/// <param name="Pairs">Its columns, of the child aliased <c>c</c> and of the table aliased <c>t</c>, as an SQL condition.</param>
/// <param name="ChangesRows">The server would delete or change rows of the child, instead of refusing.</param>
/// <param name="IsOfPlan">The child is one of the tables that were named.</param>
internal sealed record ReferringTable(string Name, string Child, string ChildName, string Pairs, bool IsReadable, bool ChangesRows, bool IsToItself, bool IsOfPlan);
