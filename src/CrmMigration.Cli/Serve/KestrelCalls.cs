using System.Diagnostics;
using CrmMigration.Http;
using CrmMigration.Reconcile.Report;
using Microsoft.AspNetCore.Http;

namespace CrmMigration.Cli.Serve;

/// <summary>Turns requests of Kestrel into calls of the interface and its answers back. Logs the route and the status, never an address or a body.</summary>
internal sealed class KestrelCalls(HttpInterface http, IRunHost runs, HostKey key, Surroundings surroundings)
{
    public async Task Serve(HttpContext context)
    {
        var began = surroundings.Clock.GetTimestamp();
        var call = Call(context);
        try
        {
            var answer = await http.Answer(call, runs);
            await Send(context.Response, answer);
            Log(call, $"{answer.Status}", began);
        }
        catch (OperationCanceledException) when (context.RequestAborted.IsCancellationRequested)
        {
            Log(call, "the caller went away", began);
        }
    }

    private HttpCall Call(HttpContext context)
    {
        var request = context.Request;
        return new(request.Method, HttpCall.BelowApi(request.Path.Value ?? ""))
        {
            Query = [.. request.Query.SelectMany(one => one.Value, (one, value) => KeyValuePair.Create(one.Key, value ?? ""))],
            Headers = request.Headers.ToDictionary(one => one.Key, one => one.Value.ToString(), StringComparer.OrdinalIgnoreCase),
            Body = request.Body,
            Caller = key.CallerWith(request.Headers[HostKey.Header].FirstOrDefault() ?? request.Query[HostKey.Parameter].FirstOrDefault()),
            TraceId = ActivityTraceId.CreateRandom().ToHexString(),
            Cancellation = context.RequestAborted,
        };
    }

    private static async Task Send(HttpResponse response, HttpAnswer answer)
    {
        response.StatusCode = answer.Status;
        response.ContentType = answer.ContentType;
        response.ContentLength = answer.Body.Length;
        foreach (var (name, value) in answer.Headers)
        {
            response.Headers[name] = value;
        }

        await response.Body.WriteAsync(answer.Body, response.HttpContext.RequestAborted);
    }

    private void Log(HttpCall call, string end, long began) =>
        surroundings.Say($"{Routes.Find(call.Method, call.Path)?.Name ?? "no route"}: {end} in {Figures.Duration(surroundings.Clock.GetElapsedTime(began))}");
}
