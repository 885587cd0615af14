namespace CrmMigration.Clean.Names;

/// <summary>What a word can be in a person's name besides a given or a family name. Most words are nothing else.</summary>
[Flags]
internal enum NameWord
{
    None = 0,

    /// <summary>Always a title in front: Dr, Mrs.</summary>
    Title = 1,

    /// <summary>A title only where at least two more words follow, because it is a name as well: Father, Major, Hon.</summary>
    WeakTitle = 1 << 1,

    /// <summary>A title that stands behind the name: 様, 님.</summary>
    TitleBehind = 1 << 2,

    /// <summary>Always a suffix at the end: Jr, III, PhD.</summary>
    Suffix = 1 << 3,

    /// <summary>A suffix only behind at least two other words: Senior, V.</summary>
    WeakSuffix = 1 << 4,

    /// <summary>Letters behind a name that are a family name as well (MA, DO): a suffix only in capitals or with dots.</summary>
    Credential = 1 << 5,

    /// <summary>Begins a family name when a given name stands before it: van, de, al.</summary>
    Particle = 1 << 6,

    /// <summary>A particle that is never a given name, so that a name beginning with it is a family name alone: de, von.</summary>
    LeadingParticle = 1 << 7,

    /// <summary>Divides the long names of Portugal and Spain: behind a second one of its kind stands the family name.</summary>
    IberianParticle = 1 << 8,

    /// <summary>Part of a family name only right before a particle: in 't Veld.</summary>
    BeforeParticle = 1 << 9,

    /// <summary>Written small when a name in capitals is tidied: van, y.</summary>
    Small = 1 << 10,

    /// <summary>Joins two family names: y in Velasquez y Garcia.</summary>
    FamilyJoin = 1 << 11,

    /// <summary>Joins two persons, or two titles: and, &amp;.</summary>
    PersonJoin = 1 << 12,

    /// <summary>The last word of a phrase that follows a name: attorney at law, et al.</summary>
    PhraseEnd = 1 << 13,

    /// <summary>Begins a remark behind a name: née, c/o.</summary>
    Remark = 1 << 14,

    /// <summary>Only organisations have it in their name: Inc, University.</summary>
    Organization = 1 << 15,

    /// <summary>A legal form in capitals or with dots at the end; initials or a name elsewhere: AG, S.A.</summary>
    OrganizationForm = 1 << 16,

    /// <summary>An organisation where "of" stands beside it, and often a family name otherwise: Bank, Church.</summary>
    OrganizationOf = 1 << 17,

    /// <summary>The word that tells a bank of somewhere from Mr. Bank.</summary>
    Of = 1 << 18,

    /// <summary>A title only with the dot of an abbreviation: Mag., Hr.</summary>
    DottedTitle = 1 << 19,

    /// <summary>Goes on with a title before it, in small letters or with a dot: Dr. rer. nat.</summary>
    TitleRest = 1 << 20,

    /// <summary>A title that is put behind the name as well: Smith John Mr.</summary>
    EndTitle = 1 << 21,

    /// <summary>Says that a household is meant: Familie Müller.</summary>
    Household = 1 << 22,
}
