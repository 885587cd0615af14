using CrmMigration.Plan.Checking;
using CrmMigration.Plan.Transforms;

namespace CrmMigration.Plan.Drafting;

/// <summary>Pairs the columns of two tables.</summary>
internal sealed class DraftFields(TablePair pair)
{
    private const string NewGivenName = "first_name";
    private const string NewFamilyName = "last_name";

    private readonly List<DraftField> _fields = [];
    private readonly List<string> _left = [];
    private readonly List<LiveColumn> _free = [.. (pair.Target ?? pair.Source).Columns
        .Where(column => column.Name != pair.TargetKey && (pair.Target is null || !column.IsGenerated))];

    /// <summary>Sure pairs are made before guesses, so that a guess never takes the column of a sure one.</summary>
    public (IReadOnlyList<DraftField> Fields, IReadOnlyList<string> Left) Pair()
    {
        var waiting = pair.Source.Columns.Where(column => column.Name != pair.SourceKey).ToList();
        SplitName(waiting);
        Take(waiting, (from, to) => from.Name == to.Name);
        Take(waiting, (from, to) => NameWords.Joined(from.Name) == NameWords.Joined(to.Name));
        Take(waiting, (from, to) => Role(from) is var role and not ColumnRole.Other && role == ColumnRoles.Of(to, pair.Target ?? pair.Source));
        Take(waiting, (from, to) => from.BaseType == to.BaseType && NameWords.Similarity(from.Name, to.Name) >= NameWords.Similar);
        _left.AddRange(waiting.Select(column => $"no counterpart for the column {DraftText.Quoted(column.Name)}"));
        _left.AddRange(_free
            .Where(column => pair.Target is not null && column is { NotNull: true, HasDefault: false, IsIdentity: false })
            .Select(column => $"nothing fills {DraftText.Quoted(column.Name)} of the target, which must have a value"));
        return ([.. _fields.OrderBy(field => pair.Source.Columns.ToList().IndexOf(field.From))], _left);
    }

    private ColumnRole Role(LiveColumn column) => ColumnRoles.Of(column, pair.Source);

    /// <summary>A full name goes into given and family name where the source has none of its own; into new columns only for what looks
    /// like people.</summary>
    private void SplitName(List<LiveColumn> waiting)
    {
        var full = waiting.Find(column => Role(column) == ColumnRole.FullName);
        if (full is null || waiting.Exists(column => Role(column) is ColumnRole.GivenName or ColumnRole.FamilyName))
        {
            return;
        }

        var (given, family) = pair.Target is { } target
            ? (ColumnRoles.Find(target, ColumnRole.GivenName)?.Name, ColumnRoles.Find(target, ColumnRole.FamilyName)?.Name)
            : waiting.Exists(column => Role(column) is ColumnRole.Email or ColumnRole.Phone) ? (NewGivenName, NewFamilyName) : (null, null);
        if (given is null || family is null)
        {
            return;
        }

        _fields.Add(new(full, [given, family], new PersonNameTransform(), "guess: a person's full name"));
        waiting.Remove(full);
        _free.RemoveAll(column => column.Name == given || column.Name == family || (pair.Target is null && column == full));
    }

    private void Take(List<LiveColumn> waiting, Func<LiveColumn, LiveColumn, bool> belong)
    {
        foreach (var from in waiting.ToArray())
        {
            if (_free.Find(to => belong(from, to)) is { } to)
            {
                waiting.Remove(from);
                _free.Remove(to);
                Add(from, to);
            }
        }
    }

    private void Add(LiveColumn from, LiveColumn to)
    {
        var transform = TransformOf(from, to);
        if (transform is null && pair.Target is not null && CopyRule.Of(from, to) is { } problem && !IsKeyLike(from, to))
        {
            _left.Add($"no counterpart for the column {DraftText.Quoted(from.Name)}: it is {from.Type} and {DraftText.Quoted(to.Name)} is {to.Type}; expected {problem.Expected}");
            return;
        }

        _fields.Add(new(from, [to.Name], transform, Comment(from, to, transform)));
    }

    /// <summary>A key of a parent may widen with it; what it refers to is found later.</summary>
    private bool IsKeyLike(LiveColumn from, LiveColumn to) =>
        KeyRule.Supports(from) && KeyRule.Supports(to) && KeyRule.Of(from, to) is null
        && (pair.Source.ForeignKeys.Any(key => key.Column == from.Name) || NameWords.Has(from.Name, "id"));

    private Transform? TransformOf(LiveColumn from, LiveColumn to) => !from.IsText || !to.IsText ? null : Role(from) switch
    {
        ColumnRole.Email => new EmailTransform(),
        ColumnRole.Phone => new PhoneTransform("US"),
        _ => null,
    };

    private static string Comment(LiveColumn from, LiveColumn to, Transform? transform) => transform switch
    {
        PhoneTransform => "guess: a phone number; set the region that numbers without a country code are of",
        EmailTransform => "guess: an e-mail address",
        _ when from.Name != to.Name => "guess: similar names",
        _ => "",
    };
}
