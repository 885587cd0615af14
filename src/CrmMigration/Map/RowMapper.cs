using System.Buffers.Binary;
using CrmMigration.Load;
using CrmMigration.Source;

namespace CrmMigration.Map;

/// <summary>
/// Turns source rows into target rows, one at a time. A row that cannot be a target row is refused with a reason; it is never an
/// exception. Not for use by two threads.
/// </summary>
internal sealed class RowMapper
{
    private readonly FieldStep[] steps;
    private readonly (int Column, string Name)[] required;
    private readonly RowNotes notes = new();
    private readonly int[]? arrangement;
    private readonly KeyPlacement? keys;

    /// <param name="parents">The rows that references lead to, by the parent's name.</param>
    /// <param name="keys">Gives rows their keys in the target; null where rows are only looked at.</param>
    public RowMapper(EntityMapping mapping, Func<string, ParentIndex> parents, KeyPlacement? keys)
    {
        Mapping = mapping;
        arrangement = mapping.Arrangement;
        this.keys = keys;
        FieldStep key = keys is null ? new NoKey()
            : keys is KeptKeys && mapping.SourceKeyKind == mapping.TargetKeyKind ? new CopyField(0)
            : new KeyStep(mapping, keys);
        var made = new FieldSteps(mapping, parents);
        steps = [key, .. mapping.Fields.Select(made.Of)];
        required = [.. mapping.Source.Plan.Required.Select(name => (mapping.TargetIndex(name), name))];
    }

    public EntityMapping Mapping { get; }

    /// <summary>What the last row gave up; empty for a refused row.</summary>
    public IReadOnlyList<Correction> Corrections => notes.Rejection is null ? notes.Corrections : [];

    /// <summary>The rule of the first condition that the row does not meet; null for a row that is to be moved.</summary>
    public string? RuleThatSkips(TupleReader row)
    {
        if (Mapping.Conditions.Count == 0 || row.IsNull(Mapping.SourceColumns.Count))
        {
            return null;
        }

        var place = BinaryPrimitives.ReadInt16BigEndian(row.Field(Mapping.SourceColumns.Count));
        return place == 0 ? null : Mapping.Conditions[place - 1].Rule;
    }

    /// <summary>Adds the target row to the output and returns null, or leaves the output as it was and says why.</summary>
    public Rejection? Map(TupleReader row, TupleBuffer output)
    {
        notes.Clear();
        output.BeginRow();
        foreach (var step in steps)
        {
            step.Write(row, output, notes);
        }

        if (arrangement is { } places)
        {
            output.Arrange(places);
        }

        foreach (var (column, name) in required)
        {
            if (output.IsNull(column))
            {
                notes.Reject(Missing(name));
            }
        }

        if (notes.Rejection is not null)
        {
            TakeBack(output);
        }

        return notes.Rejection;
    }

    /// <summary>The last row does not go to the target: it leaves the output, and a key that it got there is free again.</summary>
    public void TakeBack(TupleBuffer output)
    {
        output.TakeBack();
        keys?.TakeBack();
    }

    private Rejection Missing(string name) =>
        notes.WhatCleared(name) is { } correction
            ? new(correction.Rule.Code, name, $"{correction.Rule.Reason} {name} is required.") { Suggestion = correction.Suggestion }
            : new("required.missing", name, $"There is no value for {name}, which is required.");
}
