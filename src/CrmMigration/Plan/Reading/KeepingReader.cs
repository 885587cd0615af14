using System.Globalization;

namespace CrmMigration.Plan.Reading;

/// <summary>Reads what the plan says of the data that is kept of rejected rows.</summary>
internal sealed class KeepingReader(Findings findings)
{
    private const string Span = "a whole number of days, such as \"90d\"";

    // PostgreSQL's dates end, and so does anybody's interest.
    private const int MostDays = 36_500;

    public RejectKeeping Read(ObjectReader plan) => new(
        plan.OptionalFlag("keepPayload", otherwise: true),
        plan.Optional("rejectsExpire") is { } expire ? ReadDays(expire) : null,
        plan.Optional("encryptPayload") is { } key ? findings.Text(key, "the name of a key, such as \"RejectsKey\"") : null);

    private TimeSpan? ReadDays(PlanNode node)
    {
        var written = findings.Text(node, Span);
        if (written.EndsWith('d') && int.TryParse(written.AsSpan(0, written.Length - 1), NumberStyles.None, CultureInfo.InvariantCulture, out var days)
            && days is > 0 and <= MostDays)
        {
            return TimeSpan.FromDays(days);
        }

        if (written.Length > 0)
        {
            findings.Add(node, $"{node.Shown} stands here", $"{Span}, up to {MostDays}d", "Write the days and a d.");
        }

        return null;
    }
}
