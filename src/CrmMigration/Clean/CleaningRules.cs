using System.Collections.Frozen;
using CrmMigration.Clean.Emails;
using CrmMigration.Clean.Names;
using CrmMigration.Clean.Phones;
using CrmMigration.Clean.Places;
using CrmMigration.Clean.Text;
using CrmMigration.Clean.Typed;

namespace CrmMigration.Clean;

/// <summary>Every rule of cleaning by its code, so that a stored code can be told again as its sentence.</summary>
public static class CleaningRules
{
    private static readonly FrozenDictionary<string, Rule> ByCode =
        new[] { EmailRules.All, PhoneRules.All, NameRules.All, TextRules.All, TypedRules.All, PlaceRules.All }
            .SelectMany(rules => rules).ToFrozenDictionary(rule => rule.Code, StringComparer.Ordinal);

    /// <summary>All rules, in no particular order.</summary>
    public static IReadOnlyCollection<Rule> All => ByCode.Values;

    /// <summary>The rule of exactly this code; null for a code that no cleaner uses (any more).</summary>
    public static Rule? Find(string code) => ByCode.GetValueOrDefault(code);
}
