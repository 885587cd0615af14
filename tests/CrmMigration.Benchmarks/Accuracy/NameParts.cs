using CrmMigration.Clean.Names;

namespace CrmMigration.Benchmarks.Accuracy;

/// <summary>The parts of a name as text, empty for none.</summary>
internal sealed record NameParts(string First, string Middle, string Last, string Suffix, string Title)
{
    public static NameParts Read(string name)
    {
        var text = new char[name.Length + 8];
        var parts = PersonName.Clean(name, text, PersonNameColumns.All);
        string Part(Range range) => new(text.AsSpan()[range]);
        return new(Part(parts.First), Part(parts.Middle), Part(parts.Last), Part(parts.Suffix), Part(parts.Title));
    }

    public override string ToString() => $"{First} | {Middle} | {Last} | {Suffix} | {Title}";
}
