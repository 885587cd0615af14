using System.Diagnostics;
using System.Web;

namespace CrmMigration.Http;

/// <summary>A request, without anything of the host that received it.</summary>
/// <param name="Method">GET, POST and so on.</param>
/// <param name="Path">Below <c>/api</c>, decoded: <c>migrations/run-1/report</c>. Slashes around it do not matter.</param>
public sealed record HttpCall(string Method, string Path)
{
    /// <summary>The call of a method at an absolute address, such as <c>https://host/api/migrations?top=5</c>.</summary>
    public static HttpCall At(string method, Uri address)
    {
        var query = HttpUtility.ParseQueryString(address.Query);
        return new(method, BelowApi(Uri.UnescapeDataString(address.AbsolutePath)))
        {
            Query = [.. query.AllKeys.SelectMany(name => query.GetValues(name) ?? [], (name, value) => KeyValuePair.Create(name ?? "", value))],
        };
    }

    /// <summary>The part of a path that a call names; empty when it lies elsewhere.</summary>
    public static string BelowApi(string path) => path.StartsWith(Address.Prefix, StringComparison.Ordinal) ? path[Address.Prefix.Length..] : "";

    /// <summary>The trace id in a W3C <c>traceparent</c>; a new one where that is missing or cannot be read.</summary>
    public static string TraceIdOf(string? traceParent) =>
        (ActivityContext.TryParse(traceParent, null, out var parent) ? parent.TraceId : ActivityTraceId.CreateRandom()).ToHexString();

    /// <summary>Decoded names and values. A name that is given twice stands here twice.</summary>
    public IReadOnlyList<KeyValuePair<string, string>> Query { get; init; } = [];

    /// <summary>Must find names in any letter case.</summary>
    public IReadOnlyDictionary<string, string> Headers { get; init; } = new Dictionary<string, string>();

    /// <summary>Read no further than the interface's bound; the host closes it.</summary>
    public Stream Body { get; init; } = Stream.Null;

    public Caller Caller { get; init; } = Caller.Nobody;

    /// <summary>Ties an answer to the lines that the host logs; told to the caller of a call that failed.</summary>
    public string TraceId { get; init; } = "";

    /// <summary>Cancelled when the caller is gone.</summary>
    public CancellationToken Cancellation { get; init; }
}
