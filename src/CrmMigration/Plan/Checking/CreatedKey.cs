namespace CrmMigration.Plan.Checking;

/// <summary>The key column that a target table gets when the plan creates it.</summary>
internal static class CreatedKey
{
    private static readonly LiveColumn Bigint =
        new() { Name = "", Type = "bigint", PlainType = "bigint", BaseType = "int8", SendFunction = "int8send" };

    /// <summary>
    /// As wide as the widest key that is kept; bigint where all keys are new, or where a number is added to some. A source that numbers its
    /// rows itself gets a target that does so too, and so does one whose rows are numbered there. Null when no source's key can be told.
    /// </summary>
    public static LiveColumn? Of(EntityPlan entity, IReadOnlyList<LiveColumn?> sources)
    {
        var keys = entity.From.Zip(sources).Where(pair => pair.Second is not null).Select(pair => (pair.First.Keys, Column: pair.Second!)).ToList();
        if (keys.Count == 0)
        {
            return null;
        }

        var kept = keys.Where(key => key.Keys is KeyPolicy.Preserve).Select(key => key.Column).ToList();
        var widened = keys.Exists(key => key.Keys is KeyPolicy.Offset) && kept.TrueForAll(KeyRule.IsInteger);
        var column = widened || kept.Count == 0 ? Bigint : kept.MaxBy(KeyRule.Width)!;
        return column with
        {
            Name = entity.TargetKey,
            Type = column.PlainType,
            IsDomain = false,
            NotNull = true,
            HasDefault = false,
            IsGenerated = false,
            IsIdentity = KeyRule.IsInteger(column) && keys.Exists(key => key.Keys is KeyPolicy.Assign || key.Column.HasSequence),
            HasSequence = false,
        };
    }
}
