using System.CommandLine;
using CrmMigration.Azure;
using CrmMigration.Cli.Serve;

namespace CrmMigration.Cli.Commands;

/// <summary><c>serve</c>: the HTTP interface on this machine, until it is asked to stop.</summary>
internal static class ServeCommand
{
    public static Command Create(Surroundings surroundings)
    {
        var port = new Option<int>("--port") { Description = "Port on 127.0.0.1; 0 takes a free one.", HelpName = "N", DefaultValueFactory = _ => ServeOptions.DefaultPort };
        port.Validators.Add(result =>
        {
            if (result.Tokens is [{ Value: var text }] && int.TryParse(text, out var number) && number is < 0 or > 65_535)
            {
                result.AddError($"--port is {text}; expected 0 to 65535.");
            }
        });
        var plans = new Option<string>("--plans") { Description = "The folder of the plans that may be started.", HelpName = "DIR", DefaultValueFactory = _ => "plans" };
        var command = new Command("serve", "Offers everything over HTTP on this machine.") { port, plans };
        command.SetAction((parsed, cancellation) => Serve(surroundings, new(parsed.GetValue(port), parsed.GetRequiredValue(plans)), cancellation));
        return command;
    }

    private static async Task<int> Serve(Surroundings surroundings, ServeOptions options, CancellationToken cancellation)
    {
        var host = await ServeHost.Start(surroundings with { Reports = new AppSettings(name => surroundings.Settings[name]).Reports }, options, cancellation);
        await using (host)
        {
            surroundings.WriteRaw($"Listening on {new Uri(host.Address, "api")}");
            surroundings.WriteRaw($"Key, for the header {HostKey.Header}: {host.Key.Text}");
            surroundings.Output.Profile.Out.Writer.Flush();
            await Task.Delay(Timeout.Infinite, cancellation).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }

        return host.Runs.StoppedOne ? ExitCode.Stopped : ExitCode.Done;
    }
}
