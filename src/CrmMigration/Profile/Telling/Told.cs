namespace CrmMigration.Profile.Telling;

/// <summary>A remark and how much it concerns, in percent of rows, to put the larger before the smaller.</summary>
internal sealed record Told(Remark Remark, double Size)
{
    public static Told Serious(TableProfile table, string? column, string sentence, double size) => new(new(RemarkWeight.Serious, table.Entity, column, sentence), size);

    public static Told Loss(TableProfile table, string? column, string sentence, double size) => new(new(RemarkWeight.Loss, table.Entity, column, sentence), size);

    public static Told Notice(TableProfile table, string? column, string sentence, double size) => new(new(RemarkWeight.Notice, table.Entity, column, sentence), size);
}
