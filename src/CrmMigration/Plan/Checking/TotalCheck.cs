using CrmMigration.Plan.Reading;

namespace CrmMigration.Plan.Checking;

/// <summary>Control totals: those the plan asks for, checked, or those that offer themselves.</summary>
internal sealed class TotalCheck(CheckFindings findings, ResolvedEntity entity)
{
    private static readonly string[] CurrencyNames = ["currency", "currency_code", "curr"];

    public IReadOnlyList<ControlTotalPlan> Check()
    {
        if (entity.Plan.Totals is not { } totals)
        {
            return Automatic();
        }

        for (var i = 0; i < totals.Count && entity.IsComplete; i++)
        {
            Check(totals[i], PlanPath.Of(PlanPath.Of(entity.Tables.Path, "totals"), i));
        }

        return totals;
    }

    /// <summary>Whole numbers are more often codes than amounts, so only numeric columns are summed unasked.</summary>
    private List<ControlTotalPlan> Automatic()
    {
        var by = CurrencyNames.FirstOrDefault(name => Copied(name) is { IsText: true });
        return [.. entity.Sources.SelectMany(source => source.Fields)
            .Where(field => field.IsCopy && field.To[0].BaseType == "numeric")
            .Select(field => field.To[0].Name)
            .Distinct()
            .Where(name => Copied(name) is not null)
            .Select(name => new ControlTotalPlan(name, by))];
    }

    private void Check(ControlTotalPlan total, string path)
    {
        if (Copied(total.Sum, PlanPath.Of(path, "sum")) is { } summed && summed.BaseType is not ("numeric" or "int2" or "int4" or "int8"))
        {
            findings.Mistake(
                PlanPath.Of(path, "sum"), $"\"{summed.Name}\" is {summed.Type}", "a numeric or integer column",
                "Name a column that can be summed exactly.");
        }

        if (total.By is { } by && Copied(by, PlanPath.Of(path, "by")) is { IsText: false } group)
        {
            findings.Mistake(
                PlanPath.Of(path, "by"), $"\"{group.Name}\" is {group.Type}", "a text column, such as a currency code",
                "Name a text column, or leave \"by\" out for one sum over all rows.");
        }
    }

    /// <summary>The target column, if it travels unchanged; a reference does not, as it follows merged parents.</summary>
    private LiveColumn? Copied(string column, string path)
    {
        var copied = entity.Plan.References.ContainsKey(column) ? null : Copied(column);
        var isMistaken = entity.Written.Contains(column) && entity.TargetColumn(column) is null;
        if (copied is null && !isMistaken)
        {
            string[] known = [.. entity.Written.Where(name => Copied(name) is not null)];
            findings.Mistake(
                path, $"\"{column}\" is no column that moves unchanged", $"one of {string.Join(", ", known)}",
                $"{NearestName.Suggestion(column, known)}Name a target column that is copied and is no reference.");
        }

        return copied;
    }

    /// <summary>The target column, if each source that writes it copies it.</summary>
    private LiveColumn? Copied(string column)
    {
        var writers = entity.Sources.Where(source => source.Written.Contains(column)).Select(source => source.Copying(column)).ToList();
        return writers.Count > 0 && writers.TrueForAll(field => field is not null) ? writers[0]!.To[0] : null;
    }
}
