using System.Net;
using CrmMigration.Azure;
using CrmMigration.Functions.Orchestrations;
using CrmMigration.Http;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Azure.Functions.Worker.Http;
using Microsoft.DurableTask.Client;

namespace CrmMigration.Functions.Triggers;

/// <summary>
/// The whole HTTP interface as one function, so that paths and methods it does not know get its own answers. It is anonymous to the Functions
/// host only: the interface refuses who has neither key nor role.
/// </summary>
public sealed class HttpApi(HttpInterface http, MigrationEngine engine, AppSettings settings)
{
    private readonly PlatformCallers callers = settings.Callers;

    [Function(nameof(HttpApi))]
    public async Task<HttpResponseData> Answer(
        [HttpTrigger(AuthorizationLevel.Anonymous, Route = "{*path}")] HttpRequestData request, [DurableClient] DurableTaskClient client)
    {
        var answer = await http.Answer(Call(request), new DurableRuns(engine, new DurableInstances(client, settings.Window)));
        var response = request.CreateResponse();
        response.StatusCode = (HttpStatusCode)answer.Status;
        response.Headers = new HttpHeadersCollection(answer.Headers.Append(new("Content-Type", answer.ContentType)));
        await response.Body.WriteAsync(answer.Body);
        return response;
    }

    private HttpCall Call(HttpRequestData request)
    {
        var headers = request.Headers.NonValidated.ToDictionary(one => one.Key, one => one.Value.ToString(), StringComparer.OrdinalIgnoreCase);
        return HttpCall.At(request.Method, request.Url) with
        {
            Headers = headers,
            Body = request.Body,
            Caller = callers.Of(request.Identities, headers),
            TraceId = HttpCall.TraceIdOf(request.FunctionContext.TraceContext.TraceParent),
            Cancellation = request.FunctionContext.CancellationToken,
        };
    }
}
