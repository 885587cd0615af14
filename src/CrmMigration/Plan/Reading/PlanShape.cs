using CrmMigration.Plan.Transforms;

namespace CrmMigration.Plan.Reading;

/// <summary>The properties of every object of a plan; plans/plan.schema.json names the same ones (a test compares them).</summary>
internal static class PlanShape
{
    public static readonly string[] Plan = ["$schema", "plan", "sources", "target", "targets", "entities", "keepPayload", "rejectsExpire", "encryptPayload", "stopAfter"];

    public static readonly string[] Connection = ["connection"];

    public static readonly string[] Entity = ["from", "to", "fields", "required", "match", "matchKeyLimit", "references", "totals", "when", "keys", "stopAfter", "deletes", "conflicts", "changes"];

    public static readonly string[] EntityFrom = ["source", "table", "key", "fields", "when", "keys", "changes"];

    public static readonly string[] KeyOffset = ["offset"];

    public static readonly string[] EntityTo = ["target", "table", "key", "create"];

    public static readonly string[] Field = ["from", "to", "as", "cast", "onInvalid", "required", "value"];

    /// <summary>The parts of a name, in the order in which <see cref="PersonNameTransform"/> gives them.</summary>
    public static readonly string[] NameParts = ["first", "last", "middle", "suffix", "title", "nickname"];

    public static readonly string[] Condition = ConditionReader.Shape;

    public static readonly string[] Email = ["typos", "domain", "quoted"];

    public static readonly string[] Phone = ["region", "regionFrom"];

    /// <summary>What a phone number is split into.</summary>
    public static readonly string[] PhoneParts = ["number", "extension"];

    public static readonly string[] TitleCase = ["keep"];

    public static readonly string[] NullIf = ["values", "placeholders"];

    public static readonly string[] Replace = ["pattern", "with", "ignoreCase"];

    public static readonly string[] Pad = ["length", "with", "at"];

    public static readonly string[] ValueMap = ["values", "otherwise"];

    public static readonly string[] Otherwise = ["value"];

    public static readonly string[] Date = ["formats", "pivot", "time"];

    public static readonly string[] Number = ["culture", "decimal", "group", "percent", "whole", "currency"];

    public static readonly string[] Boolean = ["true", "false", "only"];

    public static readonly string[] Split = ["by", "part"];

    /// <summary>Beside the numbers of parts.</summary>
    public static readonly string[] SplitParts = ["rest"];

    public static readonly string[] PostalCode = ["country", "countryFrom"];

    public static readonly string[] Hash = ["key"];

    public static readonly string[] Mask = ["first", "last", "email"];

    public static readonly string[] Total = ["sum", "by"];

    public static readonly string[] Changes = ["changedAt", "overlap", "horizonEvery"];

    public static readonly string[] ChangesByLog = ["log", "horizonEvery"];

    public static readonly string[] Log = ["slot", "publication"];

    public static readonly string[] Deletes = ["mark"];

    public static readonly string[] StopAfter = ["rejects", "percent"];
}
