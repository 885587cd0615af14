using CrmMigration.Runs;

namespace CrmMigration.Load;

/// <summary>Counts rows into a live display and looks at the request to stop, every few thousand rows so that it costs nothing.</summary>
internal sealed class RowMeter(PhaseProgress progress, CancellationToken cancellation)
{
    private const int Stride = 4096;

    private int pending;

    public void Tick()
    {
        if (++pending == Stride)
        {
            Flush();
            cancellation.ThrowIfCancellationRequested();
        }
    }

    public void Flush()
    {
        progress.AddRows(pending);
        pending = 0;
    }
}
