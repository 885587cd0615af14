using CrmMigration.Plan.Checking;

namespace CrmMigration.Plan.Drafting;

/// <summary>Finds what refers to what: by the foreign keys of either side, else by names such as customer_id.</summary>
internal sealed class DraftReferences(IReadOnlyList<DraftEntity> entities)
{
    private readonly Dictionary<string, List<DraftReference>> _references = entities.ToDictionary(entity => entity.Name, _ => new List<DraftReference>());

    public IReadOnlyList<DraftEntity> Complete()
    {
        foreach (var entity in entities)
        {
            foreach (var field in entity.Fields.Where(field => field.As is null))
            {
                if (Parent(entity, field) is { } parent && FitsKey(field, entity, parent.Entity) && !Reaches(parent.Entity.Name, entity.Name))
                {
                    _references[entity.Name].Add(new(field.To[0], parent.Entity.Name, parent.IsGuess));
                }
            }
        }

        return [.. entities.Select(Completed)];
    }

    private (DraftEntity Entity, bool IsGuess)? Parent(DraftEntity child, DraftField field)
    {
        var known = entities.FirstOrDefault(parent =>
            child.Pair.Source.ForeignKeys.Contains(new(field.From.Name, parent.Pair.Source.Name, parent.Pair.SourceKey))
            || (child.Pair.Target?.ForeignKeys.Contains(new(field.To[0], parent.Pair.TargetName, parent.Pair.TargetKey)) ?? false));
        if (known is not null)
        {
            return (known, false);
        }

        var words = NameWords.Of(field.From.Name);
        var guess = words is [.., "id"] && words.Count > 1
            ? entities.FirstOrDefault(parent => NameWords.Joined(parent.Pair.Source.Name.Name) == string.Concat(words.SkipLast(1)))
            : null;
        return guess is null ? null : (guess, true);
    }

    private static bool FitsKey(DraftField field, DraftEntity child, DraftEntity parent)
    {
        var sourceFits = KeyRule.SameKind(field.From, parent.Pair.Source.Column(parent.Pair.SourceKey)!);
        var to = child.Pair.Target?.Column(field.To[0]) ?? field.From;
        var key = parent.Pair.Target?.Column(parent.Pair.TargetKey) ?? parent.Pair.Source.Column(parent.Pair.SourceKey)!;
        return sourceFits && KeyRule.SameKind(to, key);
    }

    /// <summary>Would a reference close a circle? An entity reaches itself.</summary>
    private bool Reaches(string from, string to) => from == to || _references[from].Exists(reference => Reaches(reference.Entity, to));

    /// <summary>A key that widened without a reference is a plain copy, and copies do not widen.</summary>
    private DraftEntity Completed(DraftEntity entity)
    {
        var references = _references[entity.Name];
        DraftField[] refused = [.. entity.Fields.Where(field =>
            field.As is null && !references.Exists(reference => reference.Column == field.To[0])
            && entity.Pair.Target?.Column(field.To[0]) is { } to && CopyRule.Of(field.From, to) is not null)];
        return entity with
        {
            Fields = [.. entity.Fields.Except(refused)],
            Left = [.. entity.Left, .. refused.Select(field => $"no counterpart for the column {DraftText.Quoted(field.From.Name)}: it is {field.From.Type}, the target's type differs")],
            References = references,
        };
    }
}
