using System.Text.Encodings.Web;
using System.Text.Json;

namespace CrmMigration.Http.Shapes;

/// <summary>How the shapes are written: plain letters stay readable, as answers are never pasted into a page.</summary>
internal static class Written
{
    public static HttpJson As { get; } = new(new JsonSerializerOptions(HttpJson.Default.Options) { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping });
}
