using CrmMigration.Plan.Transforms;

namespace CrmMigration.Plan.Drafting;

/// <summary>Match rules for an entity of people, careful on purpose: an e-mail address or a phone alone makes nobody one.</summary>
internal static class DraftMatch
{
    public static IReadOnlyList<IReadOnlyList<string>> Of(DraftEntity entity)
    {
        var (given, family) = Names(entity);
        if (given is null || family is null)
        {
            return [];
        }

        var emails = entity.Fields.Where(field => field.As is EmailTransform).Select(field => field.To[0]);
        var phones = entity.Fields.Where(field => field.As is PhoneTransform).Select(field => field.To[0]);
        return [.. emails.Select(email => new[] { email, given }), .. phones.Select(phone => new[] { phone, given, family })];
    }

    private static (string? Given, string? Family) Names(DraftEntity entity)
    {
        if (entity.Fields.FirstOrDefault(field => field.As is PersonNameTransform) is { } split)
        {
            return (split.To[0], split.To[1]);
        }

        return (Written(ColumnRole.GivenName), Written(ColumnRole.FamilyName));

        string? Written(ColumnRole role) => entity.Fields.FirstOrDefault(field => ColumnRoles.Of(field.From, entity.Pair.Source) == role)?.To[0];
    }
}
