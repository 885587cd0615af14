using System.Security.Claims;
using CrmMigration.Functions.Tests.Runners;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Extensions;
using Microsoft.Azure.Functions.Worker.Http;

namespace CrmMigration.Functions.Tests.Http;

/// <summary>A request as the worker gets it from the Functions host: names of headers in lower case, the body read, a known key told of by an identity.</summary>
internal sealed class Request(HttpRequest request, byte[] body, ClaimsIdentity? key) : HttpRequestData(new InvocationContext(request.HttpContext.RequestAborted))
{
    public override Stream Body { get; } = new MemoryStream(body);

    public override HttpHeadersCollection Headers { get; } =
        new(request.Headers.Select(header => KeyValuePair.Create(header.Key.ToLowerInvariant(), header.Value.ToString())));

    public override Uri Url { get; } = new(request.GetEncodedUrl());

    public override IEnumerable<ClaimsIdentity> Identities => key is null ? [] : [key];

    public override string Method => request.Method;

    public static async Task<Request> Of(HttpContext context, string key)
    {
        var request = context.Request;
        using var body = new MemoryStream();
        await request.Body.CopyToAsync(body, context.RequestAborted);
        var shown = request.Headers["x-functions-key"].FirstOrDefault() ?? request.Query["code"].FirstOrDefault();
        return new(request, body.ToArray(), shown == key ? Identity.OfKey("Function") : null);
    }

    public override HttpResponseData CreateResponse() => new Response(FunctionContext);
}
