using System.IO.Hashing;
using CrmMigration.Plan;

namespace CrmMigration.Profile.Tally;

/// <summary>What is counted of one column while its rows go by, in bounded room. Not for use by two threads.</summary>
internal abstract class ColumnTally(LiveColumn column)
{
    // Figures beyond it err by 1.5 to 2.2 %, in 95 of 100 cases.
    private const int DistinctHeld = 16 * 1024;

    public LiveColumn Column => column;

    public long Nulls { get; private set; }

    public long Values { get; private set; }

    public DistinctSample Distinct { get; } = new(DistinctHeld);

    /// <summary>Null for a type whose values are never shown.</summary>
    public CodeValues? Codes { get; } = CodeText.Shows(column) ? new() : null;

    /// <summary>By what the placeholder reads.</summary>
    public Dictionary<string, long> Placeholders { get; } = new(StringComparer.Ordinal);

    /// <summary>Null for a type whose values are not looked at: large, or without equality.</summary>
    public static ColumnTally? Of(LiveColumn column) => column switch
    {
        { HasBinaryForm: false } => null,
        { IsText: true } => new TextTally(column),
        { BaseType: "date" or "timestamp" or "timestamptz" } => new DateTally(column),
        { BaseType: "int2" or "int4" or "int8" or "numeric" or "float4" or "float8" or "bool" or "uuid" or "money" or "time" or "oid" or "inet" or "cidr" or "macaddr" } =>
            new PlainTally(column),
        { SendFunction: "enum_send" } => new PlainTally(column),
        _ => null,
    };

    public void AddNull() => Nulls++;

    /// <summary>Counts a value as COPY sends it.</summary>
    public void Add(ReadOnlySpan<byte> wire)
    {
        Values++;
        var value = column.BaseType == "bpchar" ? wire.TrimEnd((byte)' ') : wire;
        var hash = XxHash3.HashToUInt64(value);
        Distinct.Add(hash);
        Codes?.Add(hash, value);
        Look(value);
    }

    public virtual void MergeFrom(ColumnTally other)
    {
        Nulls += other.Nulls;
        Values += other.Values;
        Distinct.MergeFrom(other.Distinct);
        Codes?.MergeFrom(other.Codes!);
        foreach (var (placeholder, count) in other.Placeholders)
        {
            Placeholders[placeholder] = count + Placeholders.GetValueOrDefault(placeholder);
        }
    }

    protected abstract void Look(ReadOnlySpan<byte> value);

    protected void AddPlaceholder(string placeholder) =>
        System.Runtime.InteropServices.CollectionsMarshal.GetValueRefOrAddDefault(Placeholders, placeholder, out _)++;
}
