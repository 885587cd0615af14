using CrmMigration.Http;
using Xunit;

namespace CrmMigration.Tests.Http;

public class CallsFromAddresses
{
    [Theory]
    [InlineData("https://host/api/migrations", "migrations")]
    [InlineData("https://host/api/migrations/a%20b/report?top=1", "migrations/a b/report")]
    [InlineData("https://host/api/", "")]
    [InlineData("https://host/api", "")]
    [InlineData("https://host/apis/migrations", "")]
    [InlineData("https://host/", "")]
    public void The_path_is_what_follows_api_decoded(string address, string path) => Assert.Equal(path, HttpCall.At("GET", new(address)).Path);

    [Fact]
    public void Names_and_values_of_the_query_are_decoded_and_one_given_twice_stands_twice()
    {
        var call = HttpCall.At("GET", new("https://host/api/migrations?top=1&state=a%26b&top=2&flag&x=+y"));

        Assert.Equal(["top=1", "top=2", "state=a&b", "=flag", "x= y"], call.Query.Select(one => $"{one.Key}={one.Value}"));
    }

    [Theory]
    [InlineData("00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01", "^4bf92f3577b34da6a3ce929d0e0e4736$")]
    [InlineData("", "^[0-9a-f]{32}$")]
    [InlineData(null, "^[0-9a-f]{32}$")]
    [InlineData("nonsense", "^[0-9a-f]{32}$")]
    public void A_call_has_the_trace_id_of_its_parent_or_a_new_one(string? traceParent, string expected) => Assert.Matches(expected, HttpCall.TraceIdOf(traceParent));
}
