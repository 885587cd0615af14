using CrmMigration.Runs;

namespace CrmMigration.Load;

/// <summary>Counts rows into a live display and looks at the request to stop, every few thousand rows so that it costs nothing.</summary>
internal sealed class RowMeter(PhaseProgress progress, CancellationToken cancellation)
{
    private const int Stride = 4096;

    private int pending;
    private long counted;

    public void Tick()
    {
        if (++pending == Stride)
        {
            Flush();
            cancellation.ThrowIfCancellationRequested();
        }
    }

    /// <summary>The rows counted here were rolled back and will be counted again.</summary>
    public void TakeBack()
    {
        progress.AddRows(-counted);
        counted = 0;
        pending = 0;
    }

    public void Flush()
    {
        progress.AddRows(pending);
        counted += pending;
        pending = 0;
    }
}
