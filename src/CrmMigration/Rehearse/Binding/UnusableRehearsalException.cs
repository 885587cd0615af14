namespace CrmMigration;

/// <summary>A run was to be bound to a rehearsal that does not tell what it would do. Nothing was started.</summary>
public sealed class UnusableRehearsalException : InvalidSettingException
{
    /// <summary>There is none, or it came to no good end.</summary>
    public UnusableRehearsalException(string rehearsal, string why)
        : base(why) => Rehearsal = rehearsal;

    /// <summary>What it was made of has changed since.</summary>
    /// <param name="changes">In sentences, without any value of a row but keys.</param>
    public UnusableRehearsalException(string rehearsal, IReadOnlyList<string> changes, string advice)
        : base(string.Join(Environment.NewLine, [$"Rehearsal {rehearsal} does not tell what a run would do now; nothing was started. Since then:", .. changes.Select(change => $"- {change}"), advice]))
    {
        Rehearsal = rehearsal;
        Changes = changes;
    }

    /// <summary>As the caller named it.</summary>
    public string Rehearsal { get; }

    /// <summary>Empty where nothing has changed, but it is not usable all the same.</summary>
    public IReadOnlyList<string> Changes { get; } = [];
}
