namespace CrmMigration.Cli.Sample.Names;

/// <summary>A person's name in its parts, as indexes into the lists of the culture.</summary>
internal readonly record struct Person(Culture Culture, int Given, int Family)
{
    public string GivenName => Culture.Given[Given];

    public string FamilyName => Culture.Family[Family];

    public bool IsMan => Given % 2 == 0;

    public string GivenLetters => Culture.GivenLetters[Given];

    public string FamilyLetters => Culture.FamilyLetters[Family];
}
