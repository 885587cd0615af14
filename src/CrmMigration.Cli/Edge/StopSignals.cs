using System.Runtime.InteropServices;

namespace CrmMigration.Cli.Edge;

/// <summary>Ctrl-C and SIGTERM: the first one asks the run to stop gently, the second one ends the process at once (the database rolls back).</summary>
internal sealed class StopSignals : IDisposable
{
    private const string ShowCursor = "\e[?25h";

    private readonly CancellationTokenSource stop = new();
    private readonly PosixSignalRegistration interrupt;
    private readonly PosixSignalRegistration terminate;
    private int signals;

    public StopSignals()
    {
        interrupt = PosixSignalRegistration.Create(PosixSignal.SIGINT, Handle);
        terminate = PosixSignalRegistration.Create(PosixSignal.SIGTERM, Handle);
    }

    public CancellationToken Requested => stop.Token;

    public void Dispose()
    {
        interrupt.Dispose();
        terminate.Dispose();
        stop.Dispose();
    }

    private void Handle(PosixSignalContext context)
    {
        context.Cancel = true;
        if (Interlocked.Increment(ref signals) > 1)
        {
            Console.Error.WriteLine(Console.IsErrorRedirected ? "Stopped at once." : $"{ShowCursor}Stopped at once.");
            Environment.Exit(ExitCode.Stopped);
        }

        Console.Error.WriteLine("Stopping after the partition in hand; once more to stop at once.");
        stop.Cancel();
    }
}
