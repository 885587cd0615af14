namespace CrmMigration;

/// <summary>A run was to be bound to a rehearsal, and what that was made of has changed since. Nothing was written.</summary>
public sealed class OutdatedRehearsalException : InvalidSettingException
{
    /// <param name="changes">In sentences, without any value of a row but keys.</param>
    public OutdatedRehearsalException(string rehearsal, IReadOnlyList<string> changes, string advice)
        : base(string.Join(Environment.NewLine, [$"Rehearsal {rehearsal} does not tell what a run would do now; nothing was started. Since then:", .. changes.Select(change => $"- {change}"), advice]))
    {
        Rehearsal = rehearsal;
        Changes = changes;
    }

    public string Rehearsal { get; }

    public IReadOnlyList<string> Changes { get; }
}
