namespace CrmMigration.Plan.Checking;

/// <summary>The columns that a target table gets when the plan creates it.</summary>
internal static class CreatedColumns
{
    /// <summary>Plus sign and 15 digits, the most that E.164 has.</summary>
    public const int PhoneLength = 16;

    public static LiveColumn Of(LiveColumn source, string name, Transform transform, bool required) => Typed(source, transform) with
    {
        Name = name,
        IsDomain = false,
        NotNull = required,
        HasDefault = false,
        IsGenerated = false,
        IsIdentity = false,
        HasSequence = false,
    };

    /// <summary>Cleaned text keeps the source's width; char(n) would pad it, so it becomes varchar(n), and a phone number must fit with
    /// its country code.</summary>
    private static LiveColumn Typed(LiveColumn source, Transform transform)
    {
        if (transform is Transform.Copy || source.MaxLength is not { } length)
        {
            return source with { Type = source.PlainType };
        }

        var width = transform is Transform.Phone ? Math.Max(length, PhoneLength) : length;
        var type = $"character varying({width})";
        return source with { Type = type, PlainType = type, BaseType = "varchar", MaxLength = width, Modifier = width + 4 };
    }
}
