// Stand-ins for the HTTP types of Microsoft.Azure.Functions.Worker that the host's sources use; see Worker.cs.
using System.Net;
using System.Net.Http.Headers;
using System.Security.Claims;

namespace Microsoft.Azure.Functions.Worker
{
    public enum AuthorizationLevel
    {
        Anonymous = 0,
        User = 1,
        Function = 2,
        System = 3,
        Admin = 4,
    }

    [AttributeUsage(AttributeTargets.Parameter)]
    public sealed class HttpTriggerAttribute(AuthorizationLevel authLevel) : Attribute
    {
        public string? Route { get; set; }

        public string[]? Methods { get; }

        public AuthorizationLevel AuthLevel { get; } = authLevel;
    }
}

namespace Microsoft.Azure.Functions.Worker.Http
{
    public class HttpHeadersCollection : HttpHeaders
    {
        public HttpHeadersCollection()
        {
        }

        public HttpHeadersCollection(IEnumerable<KeyValuePair<string, IEnumerable<string>>> headers)
        {
            foreach (var header in headers)
            {
                TryAddWithoutValidation(header.Key, header.Value);
            }
        }

        public HttpHeadersCollection(IEnumerable<KeyValuePair<string, string>> headers)
        {
            foreach (var header in headers)
            {
                TryAddWithoutValidation(header.Key, header.Value);
            }
        }
    }

    public abstract class HttpRequestData(FunctionContext functionContext)
    {
        public abstract Stream Body { get; }

        public abstract HttpHeadersCollection Headers { get; }

        public abstract Uri Url { get; }

        public abstract IEnumerable<ClaimsIdentity> Identities { get; }

        public abstract string Method { get; }

        public FunctionContext FunctionContext { get; } = functionContext;

        public abstract HttpResponseData CreateResponse();
    }

    public abstract class HttpResponseData(FunctionContext functionContext)
    {
        public abstract HttpStatusCode StatusCode { get; set; }

        public abstract HttpHeadersCollection Headers { get; set; }

        public abstract Stream Body { get; set; }

        public FunctionContext FunctionContext { get; } = functionContext;
    }
}
