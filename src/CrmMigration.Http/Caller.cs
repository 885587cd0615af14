namespace CrmMigration.Http;

/// <summary>Who calls, as the host found out: known or not, and in which roles.</summary>
public sealed record Caller(bool IsKnown, IReadOnlyCollection<Role> Roles)
{
    /// <summary>Showed neither a key nor a sign-in, or a wrong one.</summary>
    public static Caller Nobody { get; } = new(false, []);

    /// <summary>Showed the host's key, which opens everything.</summary>
    public static Caller KeyHolder { get; } = new(true, [Role.Operate]);

    /// <summary>Who may operate may also read.</summary>
    public bool May(Role needed) => needed == Role.Anyone || Roles.Contains(needed) || (needed == Role.Read && Roles.Contains(Role.Operate));
}
