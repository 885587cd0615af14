using CrmMigration.Http.Shapes;

namespace CrmMigration.Http.Handlers;

/// <summary>Says that the host is up. Anyone may ask, so it says nothing else.</summary>
internal static class GetHealth
{
    public static HttpAnswer Answer() => HttpAnswer.Json(200, new("up"), Written.As.Health);
}
