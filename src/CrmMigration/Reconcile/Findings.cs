namespace CrmMigration.Reconcile;

/// <summary>Puts what does not add up into sentences; none means reconciled.</summary>
internal static class Findings
{
    public static IEnumerable<string> Of(string entity, Evidence evidence)
    {
        var (books, contents, totals, drift, shared) = evidence;
        if (books.Unpublished > 0)
        {
            yield return $"{entity}: {books.Unpublished} partitions were never published. Resume the run.";
        }

        if (books.Unbalanced > 0)
        {
            yield return $"{entity}: in {books.Unbalanced} partitions the rows read are not the sum of their fates ({books.Read} read, {books.Accounted} accounted for).";
        }

        if (!contents.Agrees)
        {
            yield return $"{entity}: the target does not hold what was sent ({books.Sent} rows sent, {contents.Found} of them found; partitions {string.Join(", ", contents.DifferingPartitions.Take(10))} differ). "
                + "Somebody or a trigger changed the rows during the run.";
        }

        if (shared.Count > 0)
        {
            yield return $"{entity}: {shared.Count} keys stand in several sources, such as {string.Join(", ", shared.Take(5))}, and their rows overwrote each other. "
                + "Give all sources but one new keys (\"keys\": \"assign\"), and begin with an empty target.";
        }

        foreach (var total in totals)
        {
            yield return $"{entity}: the control total differs: {total}.";
        }

        if (drift.Missed.Count > 0)
        {
            yield return $"{entity}: {drift.Missed.Count} rows were in the source when the run began and stand in no book, such as {string.Join(", ", drift.Missed.Take(5))}.";
        }
        else if (books.Read == 0 && drift.Came > 0)
        {
            yield return $"{entity}: nothing was read, but the source holds {drift.Came} rows. Run the migration again.";
        }

        if (books.Read > 0 && books.Sent == 0 && !evidence.IsSync)
        {
            yield return $"{entity}: {books.Read} rows were read and none arrived. Look at the rejects ('crm-migrate rejects RUN') and at the conditions under \"when\".";
        }
    }
}
