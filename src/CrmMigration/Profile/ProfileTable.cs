using System.Diagnostics;
using CrmMigration.Load;
using CrmMigration.Map;
using CrmMigration.Plan.Checking;
using CrmMigration.Profile.Assembly;
using CrmMigration.Profile.Reading;
using CrmMigration.Profile.Relations;
using CrmMigration.Profile.Trials;
using CrmMigration.Runs;
using Dapper;
using Npgsql;

namespace CrmMigration.Profile;

/// <summary>Describes one source table, as it is at one moment.</summary>
/// <param name="all">Every table of the plan, for what refers to what.</param>
internal sealed class ProfileTable(SourceTable work, IReadOnlyList<SourceTable> all, NpgsqlDataSource source)
{
    /// <summary>A plan's cast that fails for some row ends the reading of all: then the table is read again without it.</summary>
    public async Task<TableProfile> Run(ProfileOptions options, PhaseProgress progress, CancellationToken cancellation)
    {
        try
        {
            return await Run(options, [], progress, cancellation);
        }
        catch (PostgresException fault) when (fault.IsRowFault() && work.Mapped is { } mapped && FailingCasts.CastsOf(mapped).Any())
        {
            progress.AddRows(-progress.Rows);
        }

        return await Run(options, await FailingCasts.Find(work.Mapped, source, cancellation), progress, cancellation);
    }

    private async Task<TableProfile> Run(ProfileOptions options, IReadOnlyList<ReadColumn> failing, PhaseProgress progress, CancellationToken cancellation)
    {
        await using var snapshot = await TableSnapshot.Open(source, cancellation);
        var part = await Part(snapshot.Connection, options, cancellation);
        var figures = await new FigureReader(snapshot.Connection, work.Table).Read(!part.IsWhole, cancellation);
        progress.RowsExpected = part.RowsOf(figures.Rows);
        var began = Stopwatch.GetTimestamp();
        var region = TriedRegion.Of(work, all);
        var layout = new TableLayout(work.Table, work.Mapped is { } mapped ? RowTrial.MappingOf(mapped.Without(failing)) : null);
        var tally = await new TablePass(layout, part, progress).Read(snapshot, figures.Rows, new Cleaners(region, work.Mapped), cancellation);
        var took = Stopwatch.GetElapsedTime(began);
        var keys = await new KeySearch(snapshot.Connection, work.Table, figures).Find(work.From.Key, tally.Columns, cancellation);
        var references = await new ReferenceSearch(snapshot.Connection, work, all).Find(new(work.Table.Name, figures.Rows, part), cancellation);
        progress.Finished = true;
        return new TableAssembly(work, figures, tally, new(part, figures.Rows, tally.Rows, tally.TryEvery)).Table(took, references) with
        {
            PhoneRegion = region.Iso2,
            Keys = keys,
            References = references,
            FailingCasts = [.. failing.Select(cast => new FailingCast(cast.Name, cast.Cast!))],
        };
    }

    private async Task<TablePart> Part(NpgsqlConnection connection, ProfileOptions options, CancellationToken cancellation)
    {
        var estimate = await RowEstimate.Of(connection, work.Table.Name, cancellation);
        var size = await connection.QuerySingleAsync<TableSize>(
            new CommandDefinition(SqlText.Of("Profile/Reading/ReadTableSize.sql"), new { table = work.Table.Name.Sql }, cancellationToken: cancellation));
        return TablePart.Of(options, size, estimate);
    }
}
