namespace CrmMigration.Clean;

/// <summary>What a word can be in a person's name besides a given or a family name. Most words are nothing else.</summary>
[Flags]
internal enum NameWord
{
    None = 0,

    /// <summary>Always a title in front: Dr, Mrs.</summary>
    Title = 1,

    /// <summary>A title only where at least two more words follow, because it is a name as well: Father, Major, Hon.</summary>
    WeakTitle = 2,

    /// <summary>Always a suffix at the end: Jr, III, PhD.</summary>
    Suffix = 4,

    /// <summary>A suffix only behind at least two other words: Senior, V.</summary>
    WeakSuffix = 8,

    /// <summary>Letters behind a name that are a family name as well (MA, DO): a suffix only in capitals or with dots.</summary>
    Credential = 16,

    /// <summary>Begins a family name when a given name stands before it: van, de, al.</summary>
    Particle = 32,

    /// <summary>A particle that is never a given name, so that a name beginning with it is a family name alone: de, von.</summary>
    LeadingParticle = 64,

    /// <summary>Written small when a name in capitals is tidied: van, y.</summary>
    Small = 128,

    /// <summary>Joins two family names: y in Velasquez y Garcia.</summary>
    FamilyJoin = 256,

    /// <summary>Joins two persons, or two titles: and, &amp;.</summary>
    PersonJoin = 512,

    /// <summary>The last word of a phrase that follows a name: attorney at law, et al.</summary>
    PhraseEnd = 1024,
}
