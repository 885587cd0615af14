using CrmMigration.Tests.Postgres;
using Xunit;

namespace CrmMigration.Tests.Cli;

public sealed class WhatWasCompiledIsNoted : IAsyncLifetime
{
    private static readonly string Note = Path.Combine(AppContext.BaseDirectory, "status.profile");

    private Crms crms = null!;

    public async ValueTask InitializeAsync() => crms = await Crms.Create(Plans.OwnersTable);

    public async ValueTask DisposeAsync() => await crms.DisposeAsync();

    [Fact]
    public async Task A_call_leaves_a_note_for_the_next()
    {
        File.Delete(Note);

        await Status();

        Assert.NotEqual(0, new FileInfo(Note).Length);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(100)]
    [InlineData(5_000)]
    public async Task A_torn_note_does_no_harm(int length)
    {
        await Status();
        await using (var note = File.OpenWrite(Note))
        {
            note.SetLength(length);
        }

        await Status();
    }

    private async Task Status()
    {
        await using var program = ProgramProcess.Start(crms, "status");
        Assert.Equal(0, await program.Exit());
    }
}
