namespace CrmMigration.Cli.Sample;

/// <summary>
/// Pseudo-random numbers that depend on (seed, purpose, index) only, so that any row can be made again without the rows before it.
/// SplitMix64 of Steele, Lea and Flood (OOPSLA 2014); System.Random promises no stable sequence across .NET versions.
/// </summary>
internal struct SplitMix64(ulong seed, Purpose purpose, long index)
{
    private const ulong Golden = 0x9E3779B97F4A7C15;

    private ulong state = Mix(Mix(seed + ((ulong)purpose * Golden)) + ((ulong)index * Golden));

    /// <summary>The next number in 0 .. bound - 1.</summary>
    public int Below(int bound) => (int)Math.BigMul(Next(), (ulong)bound, out _);

    /// <summary>True in so many of a thousand cases.</summary>
    public bool Chance(int perThousand) => Below(1000) < perThousand;

    /// <summary>One of the choices, all equally likely.</summary>
    public T Pick<T>(ReadOnlySpan<T> choices) => choices[Below(choices.Length)];

    private ulong Next() => Mix(state += Golden);

    private static ulong Mix(ulong value)
    {
        value = (value ^ (value >> 30)) * 0xBF58476D1CE4E5B9;
        value = (value ^ (value >> 27)) * 0x94D049BB133111EB;
        return value ^ (value >> 31);
    }
}
