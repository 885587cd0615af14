using System.Text;
using CrmMigration.Map;
using CrmMigration.Source;

namespace CrmMigration.Load;

/// <summary>The sums of one partition that must be the same before and after, in their groups; those of rows left out stand apart.</summary>
internal sealed class ControlSums
{
    private readonly List<Total> totals = [];

    public ControlSums(EntityMapping mapping)
    {
        foreach (var plan in mapping.Entity.Totals)
        {
            var target = mapping.TargetIndex(plan.Sum);
            var group = plan.By is null ? -1 : mapping.TargetIndex(plan.By);
            totals.Add(new(
                plan.Sum,
                plan.By,
                new(mapping.SourceIndexOfTarget(plan.Sum), plan.By is null ? -1 : mapping.SourceIndexOfTarget(plan.By)),
                new(target, group),
                mapping.TargetColumns[target].BaseType == "numeric"));
        }
    }

    /// <summary>One line for each column and group: read, and left out of it.</summary>
    public IEnumerable<Line> Lines => totals.SelectMany(total => total.Groups.Select(
        group => new Line(total.Column, total.GroupColumn, group.Name, group.Read.ToString(), group.LeftOut.ToString(), group.TakenBack.ToString())
        {
            Forgotten = group.Forgotten.ToString(),
            ReadOdd = group.Read.NotFinite - group.Forgotten.NotFinite,
            LeftOutOdd = group.LeftOut.NotFinite - group.TakenBack.NotFinite - group.Forgotten.NotFinite,
        }));

    public void Read(TupleReader row)
    {
        foreach (var total in totals)
        {
            if (total.From.Sum >= 0 && !row.IsNull(total.From.Sum))
            {
                total.Add(total.In(row).Read, row.Field(total.From.Sum));
            }
        }
    }

    /// <summary>A row that had been read and left out is as if it had not been read: it is read again.</summary>
    public void Forget(TupleReader row)
    {
        foreach (var total in totals)
        {
            if (total.From.Sum >= 0 && !row.IsNull(total.From.Sum))
            {
                total.Add(total.In(row).Forgotten, row.Field(total.From.Sum));
            }
        }
    }

    public void LeaveOut(TupleReader row)
    {
        foreach (var total in totals)
        {
            if (total.From.Sum >= 0 && !row.IsNull(total.From.Sum))
            {
                total.Add(total.In(row).LeftOut, row.Field(total.From.Sum));
            }
        }
    }

    public void LeaveOut(TupleBuffer row)
    {
        foreach (var total in totals)
        {
            if (!row.IsNull(total.To.Sum))
            {
                total.Add(total.In(row).LeftOut, row.Cell(total.To.Sum));
            }
        }
    }

    /// <summary>A row that had been left out comes in after all.</summary>
    public void TakeBackIn(TupleBuffer row)
    {
        foreach (var total in totals)
        {
            if (!row.IsNull(total.To.Sum))
            {
                total.Add(total.In(row).TakenBack, row.Cell(total.To.Sum));
            }
        }
    }

    /// <summary>One column and group: exact sums as PostgreSQL reads them.</summary>
    internal sealed record Line(string Column, string? GroupColumn, string? Group, string Read, string LeftOut, string TakenBack)
    {
        /// <summary>Of rows that are read again: in neither sum any more.</summary>
        public required string Forgotten { get; init; }

        /// <summary>Values read that are NaN or infinite, and so in no sum.</summary>
        public long ReadOdd { get; init; }

        /// <summary>Those of them in rows that were left out.</summary>
        public long LeftOutOdd { get; init; }
    }

    private sealed record Columns(int Sum, int Group);

    private sealed record Total(string Column, string? GroupColumn, Columns From, Columns To, bool IsNumeric)
    {
        public List<Group> Groups { get; } = [];

        public Group In(TupleReader row) =>
            From.Group < 0 || row.IsNull(From.Group) ? Find(default, true) : Find(row.Field(From.Group), false);

        public Group In(TupleBuffer row) =>
            To.Group < 0 || row.IsNull(To.Group) ? Find(default, true) : Find(row.Cell(To.Group), false);

        public void Add(NumericSum sum, ReadOnlySpan<byte> value)
        {
            if (IsNumeric)
            {
                sum.AddNumeric(value);
            }
            else
            {
                sum.AddInteger(value);
            }
        }

        private Group Find(ReadOnlySpan<byte> name, bool none)
        {
            foreach (var group in Groups)
            {
                if ((group.Name is null) == none && name.SequenceEqual(group.Bytes))
                {
                    return group;
                }
            }

            var added = new Group(none ? null : Encoding.UTF8.GetString(name), name.ToArray());
            Groups.Add(added);
            return added;
        }
    }

    private sealed record Group(string? Name, byte[] Bytes)
    {
        public NumericSum Read { get; } = new();

        public NumericSum LeftOut { get; } = new();

        public NumericSum TakenBack { get; } = new();

        public NumericSum Forgotten { get; } = new();
    }
}
