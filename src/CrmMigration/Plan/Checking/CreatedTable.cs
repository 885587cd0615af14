namespace CrmMigration.Plan.Checking;

/// <summary>The columns of a target table that several sources fill and the plan creates: each of a type that takes what every source gives.</summary>
internal sealed class CreatedTable(CheckFindings findings)
{
    /// <summary>The sources of an entity with the columns that the table gets.</summary>
    public IReadOnlyList<ResolvedSource> Unite(IReadOnlyList<ResolvedSource> sources)
    {
        if (sources.Count == 1 || !sources[0].Tables.Creates)
        {
            return sources;
        }

        var columns = sources.SelectMany(source => source.Fields).SelectMany(field => field.To).Select(column => column.Name).Distinct()
            .ToDictionary(name => name, name => Column(name, sources), StringComparer.Ordinal);
        return [.. sources.Select(source => source.With(columns))];
    }

    private LiveColumn Column(string name, IReadOnlyList<ResolvedSource> sources)
    {
        var givers = sources.Where(source => source.TargetColumn(name) is not null).ToList();
        var offers = givers.ConvertAll(source => source.TargetColumn(name)!);
        if (offers.Find(offer => givers.TrueForAll(giver => Takes(offer, giver))) is { } column)
        {
            return column;
        }

        var (first, other) = (offers[0], givers.FindIndex(giver => !Takes(offers[0], giver)));
        findings.Mistake(
            givers[other].Plan.FieldsPath.Length > 0 ? givers[other].Plan.FieldsPath : givers[other].Plan.Path,
            $"\"{name}\" would be {offers[other].Type} by the source {givers[other].Plan.Source} and {first.Type} by {givers[0].Plan.Source}",
            "one type for a column of the new table",
            $"Have one source cast its column (\"cast\": \"{first.PlainType}\"), create the table yourself, or name another column.");
        return first;
    }

    private static bool Takes(LiveColumn column, ResolvedSource giver)
    {
        var field = giver.Fields.First(field => field.To.Any(to => to.Name == column.Name));
        var offer = giver.TargetColumn(column.Name)!;
        return field.IsCopy ? CopyRule.Of(field.From[0], column) is null
            : offer.BaseType == column.BaseType || (offer.IsText && column.IsText) ? Room(column) >= Room(offer)
            : false;
    }

    private static int Room(LiveColumn column) => column.MaxLength ?? int.MaxValue;
}
