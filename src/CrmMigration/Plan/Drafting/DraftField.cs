namespace CrmMigration.Plan.Drafting;

/// <summary>A field of the draft with what must be said of it; an empty comment says that nothing was guessed.</summary>
internal sealed record DraftField(LiveColumn From, IReadOnlyList<string> To, Transform? As, string Comment)
{
    /// <summary>What an entity without <c>fields</c> would do by itself.</summary>
    public bool IsPlain => As is null && To is [var only] && only == From.Name;
}
