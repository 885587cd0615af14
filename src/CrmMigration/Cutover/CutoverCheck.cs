namespace CrmMigration.Cutover;

/// <summary>One line of a go/no-go list.</summary>
/// <param name="Name">Stable, such as <c>quiet</c> or <c>contents</c>.</param>
/// <param name="Outcome"><c>ok</c>, <c>note</c> (nothing speaks against it, but read it) or <c>no</c>.</param>
/// <param name="Finding">What was looked at and what was seen, in a sentence or two.</param>
/// <param name="Advice">What to do, where the outcome is no; else null.</param>
public sealed record CutoverCheck(string Name, string Outcome, string Finding, string? Advice)
{
    public bool IsGo => Outcome != "no";

    internal static CutoverCheck Ok(string name, string finding) => new(name, "ok", finding, null);

    internal static CutoverCheck Note(string name, string finding) => new(name, "note", finding, null);

    internal static CutoverCheck No(string name, string finding, string advice) => new(name, "no", finding, advice);
}
