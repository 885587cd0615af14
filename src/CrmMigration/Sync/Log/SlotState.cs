using CrmMigration.Reconcile.Report;
using Dapper;
using Npgsql;
using NpgsqlTypes;

namespace CrmMigration.Sync.Log;

/// <summary>A slot as its server tells of it.</summary>
internal sealed record SlotState
{
    // What nobody need be told of.
    private const long FewBytes = 1L << 30;

    public NpgsqlLogSequenceNumber? Written { get; init; }

    public NpgsqlLogSequenceNumber? Flushed { get; init; }

    /// <summary>Null: there is no such slot.</summary>
    public NpgsqlLogSequenceNumber? Confirmed { get; init; }

    public string? WalStatus { get; init; }

    /// <summary>Of log that the server keeps for the slot.</summary>
    public long? KeptBytes { get; init; }

    /// <summary>What it keeps at most before it gives the slot up; null: without a limit.</summary>
    public long? MostKeptBytes { get; init; }

    public static Task<SlotState> Read(NpgsqlConnection source, string slot) => source.QuerySingleAsync<SlotState>(SqlText.Of("Sync/Log/ReadSlot.sql"), new { slot });

    /// <summary>Something is wrong with a slot or its log; what else goes wrong with a server, which may be going down, is another matter.</summary>
    public static bool IsOfSlot(PostgresException refused) =>
        refused.SqlState is not (PostgresErrorCodes.AdminShutdown or PostgresErrorCodes.CrashShutdown or PostgresErrorCodes.CannotConnectNow) && !refused.SqlState.StartsWith("08", StringComparison.Ordinal);

    /// <summary>In a sentence; null where it can be read.</summary>
    public string? WhyNot(string slot) => this switch
    {
        { Confirmed: null } => $"The slot {slot} is not there.",
        { WalStatus: "lost" } => $"The server has given up the slot {slot}, as it kept too much of the log. Have the owner drop it and make it anew.",
        { Flushed: null } => "The source is a standby now.",
        _ => null,
    };

    /// <summary>That a good deal of log is kept, in a sentence; null where it is not worth a word.</summary>
    public string? Warning(string slot) => KeptBytes > FewBytes || KeptBytes > MostKeptBytes / 2
        ? $"The source keeps {Figures.Bytes(KeptBytes.Value)} of its log for the slot {slot}{(MostKeptBytes is { } most ? $", and gives it up at {Figures.Bytes(most)}" : ", without a limit")}."
        : null;
}
