using CrmMigration.Plan.Transforms;

namespace CrmMigration.Plan;

/// <summary>
/// One link of what is done to a value on its way, as the plan's <c>as</c> names it. How to add one called <c>shout</c>:
/// <list type="number">
/// <item>Clean/ShoutCleaner.cs, a <see cref="Clean.TextCleaner"/> with the work, and its rules, which <see cref="Clean.CleaningRules"/>
/// lists.</item>
/// <item>Plan/Transforms/ShoutTransform.cs, a <see cref="TextTransform"/> with the settings, which makes the cleaner and says what it
/// gives.</item>
/// <item>A line in Plan/Reading/Transforms/KnownTransforms.cs, with a TransformReader in a file beside it if there are settings.</item>
/// <item>An entry under <c>transform</c> in plans/plan.schema.json, and one in the README's table of transforms.</item>
/// </list>
/// </summary>
public abstract record Transform
{
    /// <summary>As the plan writes it.</summary>
    public abstract string Name { get; }

    /// <summary>People who see the target must not learn the value: the books keep none of it either, as <see cref="CheckedSource.Concealed"/> says.</summary>
    public virtual bool Conceals => false;

    /// <summary>The source column with the country that a row's value is of; null where the row does not tell.</summary>
    public virtual string? CountryColumn => null;

    /// <summary>What the check warns of in these settings; null for nothing.</summary>
    public virtual PlanCaution? Caution => null;

    /// <summary>
    /// What leaves this link where that comes in. The check compares what leaves the last one with the target column. Anything but text
    /// must be spelled as <see cref="ValueKind"/> says, else its row is rejected.
    /// </summary>
    public abstract ValueForm Gives(ValueForm value);
}
