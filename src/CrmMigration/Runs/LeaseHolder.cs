using Dapper;
using Npgsql;

namespace CrmMigration.Runs;

/// <summary>Who holds a plan's lease, since when, and until when unless renewed. Times are UTC.</summary>
internal sealed record LeaseHolder(string RunId, string Holder, DateTime AcquiredAt, DateTime ExpiresAt)
{
    /// <summary>Says who holds the lease that could not be had.</summary>
    public static async Task<string> Refusal(NpgsqlConnection session, string plan)
    {
        var holder = await session.QuerySingleOrDefaultAsync<LeaseHolder>(SqlText.Of("Runs/ReadLease.sql"), new { plan });
        return holder is null
            ? $"Another process is just starting a run of the plan '{plan}'. Try again in a moment."
            : $"The plan '{plan}' is at work already: run {holder.RunId} holds it since {holder.AcquiredAt:u} ({holder.Holder}). "
                + $"Wait for it, follow it with 'crm-migrate status {holder.RunId}', or stop it. A lease left by a dead process ends by itself at {holder.ExpiresAt:u}.";
    }
}
