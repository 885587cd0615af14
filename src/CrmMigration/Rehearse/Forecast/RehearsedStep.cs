namespace CrmMigration.Rehearse.Forecast;

/// <summary>One step of a rehearsal that did its work.</summary>
/// <param name="Rows">Of its partition, for steps over partitions.</param>
/// <param name="CopySeconds">Of these, spent with taking rows of the target along.</param>
internal sealed record RehearsedStep(string Step, DateTime BeganAt, double Seconds, long Rows, double CopySeconds)
{
    public DateTime EndedAt => BeganAt.AddSeconds(Seconds);
}
