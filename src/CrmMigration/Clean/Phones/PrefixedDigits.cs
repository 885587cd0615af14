namespace CrmMigration.Clean.Phones;

/// <summary>
/// A national number in the pieces that its plan makes it of: digits put before it, digits of the trunk prefix, what comes after that.
/// </summary>
internal readonly ref struct PrefixedDigits(ReadOnlySpan<byte> constant, ReadOnlySpan<byte> group, ReadOnlySpan<byte> rest)
{
    public ReadOnlySpan<byte> Constant { get; } = constant;

    public ReadOnlySpan<byte> Group { get; } = group;

    public ReadOnlySpan<byte> Rest { get; } = rest;

    public int Length => Constant.Length + Group.Length + Rest.Length;

    /// <summary>The number in one piece; in <paramref name="buffer"/>, where the pieces are not already beside each other.</summary>
    public ReadOnlySpan<byte> Joined(Span<byte> buffer)
    {
        if (Constant.Length + Group.Length == 0)
        {
            return Rest;
        }

        Constant.CopyTo(buffer);
        Group.CopyTo(buffer[Constant.Length..]);
        Rest.CopyTo(buffer[(Constant.Length + Group.Length)..]);
        return buffer[..Length];
    }
}
