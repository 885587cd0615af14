using System.Security.Claims;
using System.Text;
using CrmMigration.Azure;
using CrmMigration.Http;
using Xunit;

namespace CrmMigration.Tests.Azure;

public class CallersOfTheApp
{
    private const string LevelClaim = "http://schemas.microsoft.com/2017/07/functions/claims/authlevel";
    private const string MappedRole = "http://schemas.microsoft.com/ws/2008/06/identity/claims/role";

    [Theory]
    [InlineData("Function")]
    [InlineData("Admin")]
    public void Who_shows_a_function_key_or_the_master_key_may_operate(string level)
    {
        var caller = Callers(signIn: false).Of([Key(level)], NoHeaders);

        Assert.Equal(Caller.KeyHolder, caller);
    }

    [Fact]
    public void A_key_counts_also_where_sign_in_is_on() => Assert.Equal(Caller.KeyHolder, Callers(signIn: true).Of([new(), Key("Function")], NoHeaders));

    [Theory]
    [InlineData("System", "WebJobsAuthLevel")]
    [InlineData("Anonymous", "WebJobsAuthLevel")]
    [InlineData("User", "WebJobsAuthLevel")]
    [InlineData("Admin", "aad")]
    [InlineData("Admin", null)]
    public void Another_level_or_the_claim_of_another_issuer_is_no_key(string level, string? issuer)
    {
        var caller = Callers(signIn: true).Of([new ClaimsIdentity([new(LevelClaim, level)], issuer)], NoHeaders);

        Assert.Equal(Caller.Nobody, caller);
    }

    [Theory]
    [InlineData("roles", "Migration.Read", new[] { Role.Read })]
    [InlineData("roles", "Migration.Operate", new[] { Role.Operate })]
    [InlineData(MappedRole, "Migration.Read", new[] { Role.Read })]
    [InlineData("roles", "migration.operate", new Role[0])]
    [InlineData("groups", "Migration.Operate", new Role[0])]
    [InlineData("name", "Migration.Operate", new Role[0])]
    public void Who_signed_in_has_the_app_roles_of_the_token_and_no_other(string claim, string value, Role[] roles)
    {
        var caller = Callers(signIn: true).Of([], Principal($$"""{ "auth_typ": "aad", "claims": [{ "typ": "{{claim}}", "val": "{{value}}" }], "role_typ": "groups" }"""));

        Assert.True(caller.IsKnown);
        Assert.Equal(roles, caller.Roles);
    }

    [Theory]
    [InlineData("""{ "auth_typ": "aad", "claims": [] }""")]
    [InlineData("""{ "auth_typ": "aad" }""")]
    public void Who_signed_in_without_a_role_is_known_and_may_nothing(string principal)
    {
        var caller = Callers(signIn: true).Of([], Principal(principal));

        Assert.Equal((true, false), (caller.IsKnown, caller.May(Role.Read)));
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("False")]
    [InlineData("0")]
    [InlineData("yes")]
    public void A_principal_that_no_platform_vouches_for_is_nobody(string? setting)
    {
        var callers = new AppSettings(name => name == "WEBSITE_AUTH_ENABLED" ? setting : null).Callers;

        var caller = callers.Of([], Principal("""{ "auth_typ": "aad", "claims": [{ "typ": "roles", "val": "Migration.Operate" }] }"""));

        Assert.Equal(Caller.Nobody, caller);
    }

    [Theory]
    [InlineData("not base 64")]
    [InlineData("")]
    [InlineData("bm8ganNvbg==")]
    [InlineData("bnVsbA==")]
    [InlineData("W10=")]
    [InlineData("eyJhdXRoX3R5cCI6ICJhYWQiLCAiY2xhaW1zIjogN30=")]
    public void A_header_that_cannot_be_read_is_nobody(string header) =>
        Assert.Equal(Caller.Nobody, Callers(signIn: true).Of([], Headers(header)));

    [Fact]
    public void A_sign_in_by_another_provider_is_nobody() => Assert.Equal(
        Caller.Nobody, Callers(signIn: true).Of([], Principal("""{ "auth_typ": "github", "claims": [{ "typ": "roles", "val": "Migration.Operate" }] }""")));

    [Fact]
    public void Who_shows_nothing_is_nobody() => Assert.Equal(Caller.Nobody, Callers(signIn: true).Of([new()], NoHeaders));

    private static Dictionary<string, string> NoHeaders => [];

    private static PlatformCallers Callers(bool signIn) => new AppSettings(name => name == "WEBSITE_AUTH_ENABLED" && signIn ? "True" : null).Callers;

    private static ClaimsIdentity Key(string level) => new([new(LevelClaim, level)], "WebJobsAuthLevel");

    private static Dictionary<string, string> Principal(string json) => Headers(Convert.ToBase64String(Encoding.UTF8.GetBytes(json)));

    private static Dictionary<string, string> Headers(string principal) =>
        new(StringComparer.OrdinalIgnoreCase) { ["x-ms-client-principal"] = principal };
}
