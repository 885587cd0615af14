using CrmMigration.Cli.Progress;
using CrmMigration.Runs;
using Xunit;

namespace CrmMigration.Tests.Cli;

public class Pace
{
    private static readonly TimeSpan Second = TimeSpan.FromSeconds(1);

    private readonly PhaseProgress phase = new("customers", "scan") { RowsExpected = 1_000, Partitions = 10 };

    [Fact]
    public void Neither_rate_nor_remaining_time_is_known_at_first()
    {
        var look = new PhasePace(phase, TimeSpan.Zero).Look(TimeSpan.Zero);

        Assert.Null(look.RowsPerSecond);
        Assert.Null(look.Remaining);
        Assert.Equal("customers scan: 0 of 1,000 rows (0.0 %), 0 of 10 partitions", PlainLines.Line(look));
    }

    [Fact]
    public void The_rate_is_that_of_the_last_seconds_and_gives_the_remaining_time()
    {
        var pace = new PhasePace(phase, TimeSpan.Zero);
        pace.Look(TimeSpan.Zero);
        pace.Look(60 * Second);
        phase.AddRows(400);

        var look = pace.Look(62 * Second);

        Assert.Equal(200, look.RowsPerSecond);
        Assert.Equal(3 * Second, look.Remaining);
        Assert.Equal("customers scan: 400 of 1,000 rows (40.0 %), 200 rows/s, 0 of 10 partitions, 3.0 s left", PlainLines.Line(look));
    }

    [Fact]
    public void A_finished_phase_keeps_its_time_and_its_average()
    {
        var pace = new PhasePace(phase, TimeSpan.Zero);
        pace.Look(TimeSpan.Zero);
        phase.AddRows(1_000);
        phase.Finished = true;
        pace.Look(4 * Second);

        var look = pace.Look(100 * Second);

        Assert.Equal(4 * Second, look.Elapsed);
        Assert.Equal("customers scan: done, 1,000 rows in 4.0 s, 250 rows/s", PlainLines.Line(look));
    }

    [Theory]
    [InlineData(0, "customers scan: done")]
    [InlineData(1_000, "customers scan: done, 1,000 rows")]
    public void Of_a_phase_that_ended_before_anybody_looked_no_time_is_told(int rows, string line)
    {
        phase.AddRows(rows);
        phase.Finished = true;

        Assert.Equal(line, PlainLines.Line(new PhasePace(phase, Second).Look(Second)));
    }

    [Fact]
    public void A_phase_of_unknown_rows_is_estimated_by_its_partitions()
    {
        phase.RowsExpected = 0;
        phase.PartitionDone();

        var look = new PhasePace(phase, TimeSpan.Zero).Look(2 * Second);

        Assert.Equal(18 * Second, look.Remaining);
        Assert.Equal(0.1, look.Done);
    }
}
