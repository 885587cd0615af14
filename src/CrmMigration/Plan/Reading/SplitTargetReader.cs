using System.Globalization;
using System.Text.Json;
using CrmMigration.Clean.Text;
using CrmMigration.Plan.Transforms;

namespace CrmMigration.Plan.Reading;

/// <summary>
/// Reads the <c>to</c> of a text that is split into several columns: <c>["street", "city"]</c> for the first parts, or
/// <c>{ "1": "street", "-1": "country", "rest": "city" }</c>.
/// </summary>
internal sealed class SplitTargetReader(Findings findings, ColumnListReader columns)
{
    private const int MostParts = 1000;
    private const string Expected = "a list with the target columns of the first parts, or an object with the column of each part: { \"1\": \"street\", \"rest\": \"city\" }";

    public FieldPlan Read(PlanNode node, FieldPlan field, SplitPartsTransform split)
    {
        switch (node.Kind)
        {
            case JsonValueKind.Array when node.Items.Count > 0:
                return With(field, split, [.. node.Items.Select((column, i) => (i + 1, column))]);
            case JsonValueKind.Object:
                // Reports every other name.
                _ = new ObjectReader(node, findings, [.. node.Properties.Select(property => property.Name).Where(name => PlaceOf(name) is not null), .. PlanShape.SplitParts]);
                var named = node.Properties.Where(property => PlaceOf(property.Name) is not null).Select(property => (PlaceOf(property.Name)!.Value, property.Value)).ToList();
                if (node.Properties.Count == 0)
                {
                    findings.Add(node, "no parts stand here", Expected, "Name the column of each part, counted from 1, or from -1 at the end.");
                }

                return With(field, split, named);
            default:
                findings.Add(
                    node, node.Kind == JsonValueKind.Array ? "an empty list stands here" : $"{node.Shown} stands here", Expected,
                    "Name the columns, or add \"part\" to \"split\" to take one part.");
                return field;
        }
    }

    private FieldPlan With(FieldPlan field, SplitPartsTransform split, IReadOnlyList<(int Place, PlanNode Column)> parts) => field with
    {
        To = [.. parts.Select(part => columns.ReadName(part.Column))],
        As = [.. field.As.SkipLast(1), split with { Parts = [.. parts.Select(part => part.Place)] }],
    };

    private static int? PlaceOf(string name) =>
        name == PlanShape.SplitParts[0] ? TextParts.Rest
        : int.TryParse(name, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var place) && place != 0 && Math.Abs((long)place) <= MostParts
            && name == place.ToString(CultureInfo.InvariantCulture) ? place
        : null;
}
