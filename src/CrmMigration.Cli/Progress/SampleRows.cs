using CrmMigration.Reconcile.Report;

namespace CrmMigration.Cli.Progress;

/// <summary>Says on stderr how far the filling of the sample is, at every tenth of the rows.</summary>
internal sealed class SampleRows(Surroundings surroundings, long expected) : IProgress<long>
{
    private long tenths;

    public void Report(long value)
    {
        var now = expected == 0 ? 0 : value * 10 / expected;
        if (now > tenths)
        {
            tenths = now;
            surroundings.Say($"sample: {Figures.Count(value)} rows written, about {Math.Min(100, now * 10)} %");
        }
    }
}
