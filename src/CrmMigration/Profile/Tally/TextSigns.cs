namespace CrmMigration.Profile.Tally;

/// <summary>What a look at one text found in it.</summary>
[Flags]
internal enum TextSigns
{
    None = 0,
    Capital = 1,
    Small = 2,

    /// <summary>Something that is neither blank nor invisible.</summary>
    Visible = 4,

    /// <summary>A control character (line breaks and tabs too), or a mark without width.</summary>
    Control = 8,

    /// <summary>Letters such as UTF-8 read as Latin-1 gives (Ã©), or the sign for what could not be read (U+FFFD).</summary>
    Garbled = 16,

    /// <summary>Blank space at either end.</summary>
    Padded = 32,

    /// <summary>Several spaces in a row between two words.</summary>
    DoubleSpace = 64,

    /// <summary>At least two letters that have capitals.</summary>
    Letters = 128,
}
