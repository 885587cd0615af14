using CrmMigration.Clean.Privacy;
using CrmMigration.Plan.Transforms;
using CrmMigration.Source;

namespace CrmMigration.Plan;

/// <summary>The secret keys of a plan's <c>hash</c> transforms, by their names.</summary>
internal sealed class HashKeys
{
    private readonly IReadOnlyDictionary<string, byte[]>? found;

    private HashKeys(IReadOnlyDictionary<string, byte[]>? found) => this.found = found;

    /// <summary>For rows that are only looked at and written nowhere: any key will do.</summary>
    public static HashKeys ForTrials { get; } = new(null);

    /// <exception cref="InvalidSettingException">A key is missing, or can be found by trying.</exception>
    public static async Task<HashKeys> Find(MigrationPlan plan, IConnections connections, CancellationToken cancellation)
    {
        var keys = new Dictionary<string, byte[]>();
        foreach (var name in plan.Entities.SelectMany(entity => entity.From).SelectMany(source => source.Fields ?? []).SelectMany(field => field.As)
            .OfType<HashTransform>().Select(hash => hash.Key).Distinct())
        {
            keys[name] = Read(await connections.FindKey(name, cancellation), connections.KeySetting(name), name);
        }

        return new(keys);
    }

    /// <summary>The plan with the keys where it names them.</summary>
    public CheckedPlan GiveTo(CheckedPlan plan) => plan with { Entities = [.. plan.Entities.Select(GiveTo)] };

    /// <summary>The fields with the keys where they name them.</summary>
    public IReadOnlyList<CheckedField> GiveTo(IReadOnlyList<CheckedField> fields) => [.. fields.Select(GiveTo)];

    private CheckedEntity GiveTo(CheckedEntity entity) =>
        entity with { Sources = [.. entity.Sources.Select(source => source with { Fields = GiveTo(source.Fields) })] };

    private CheckedField GiveTo(CheckedField field) => field.Plan.As.OfType<HashTransform>().Any()
        ? field with { Plan = field.Plan with { As = [.. field.Plan.As.Select(GiveTo)] } }
        : field;

    private Transform GiveTo(Transform transform) =>
        transform is HashTransform hash ? hash with { Secret = found is null ? new byte[HashCleaner.FewestKeyBytes] : found[hash.Key] } : transform;

    private static byte[] Read(string? setting, string place, string name)
    {
        const string Fix = "Set it to random bytes in base64, as 'openssl rand -base64 32' gives them.";
        if (string.IsNullOrWhiteSpace(setting))
        {
            throw new InvalidSettingException($"The plan hashes values with the key '{name}', but {place} is not set. {Fix}");
        }

        var room = new byte[setting.Length];
        return !Convert.TryFromBase64String(setting.Trim(), room, out var length) ? throw new InvalidSettingException($"The value of {place} is no key, as it is not in base64. {Fix}")
            : length < HashCleaner.FewestKeyBytes ? throw new InvalidSettingException($"The value of {place} is {length} bytes, which can be found by trying. Expected at least {HashCleaner.FewestKeyBytes}. {Fix}")
            : room[..length];
    }
}
