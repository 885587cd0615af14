using System.Net;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Azure.Functions.Worker.Http;

namespace CrmMigration.Functions.Tests.Http;

/// <summary>An answer as the worker hands it to the Functions host.</summary>
internal sealed class Response(FunctionContext context) : HttpResponseData(context)
{
    public override HttpStatusCode StatusCode { get; set; } = HttpStatusCode.OK;

    public override HttpHeadersCollection Headers { get; set; } = new();

    public override Stream Body { get; set; } = new MemoryStream();

    public async Task Send(HttpResponse response)
    {
        response.StatusCode = (int)StatusCode;
        foreach (var (name, values) in Headers)
        {
            response.Headers[name] = string.Join(",", values);
        }

        Body.Position = 0;
        await Body.CopyToAsync(response.Body);
    }
}
