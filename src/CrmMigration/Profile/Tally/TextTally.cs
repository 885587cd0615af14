using CrmMigration.Plan;

namespace CrmMigration.Profile.Tally;

/// <summary>A column of text.</summary>
internal sealed class TextTally(LiveColumn column) : ColumnTally(column)
{
    private const int ShapesHeld = 4096;

    private readonly TextLook look = new();
    private readonly long[] signs = new long[Enum.GetValues<TextSigns>().Length];

    public TextLengths Lengths { get; } = new();

    public FrequentShapes Shapes { get; } = new(ShapesHeld);

    /// <summary>Empty, or nothing that can be seen.</summary>
    public long Blank { get; private set; }

    /// <summary>Letters, all of them capitals.</summary>
    public long AllCapitals { get; private set; }

    public long AllSmall { get; private set; }

    public long MixedCase { get; private set; }

    /// <summary>Values that are not blank and have a sign.</summary>
    public long With(TextSigns sign) => signs[System.Numerics.BitOperations.Log2((uint)sign)];

    public override void MergeFrom(ColumnTally other)
    {
        base.MergeFrom(other);
        var text = (TextTally)other;
        Lengths.MergeFrom(text.Lengths);
        Shapes.MergeFrom(text.Shapes);
        Blank += text.Blank;
        AllCapitals += text.AllCapitals;
        AllSmall += text.AllSmall;
        MixedCase += text.MixedCase;
        for (var i = 0; i < signs.Length; i++)
        {
            signs[i] += text.signs[i];
        }
    }

    protected override void Look(ReadOnlySpan<byte> value)
    {
        look.Read(value);
        Lengths.Add(look.Characters);
        if (!look.Signs.HasFlag(TextSigns.Visible))
        {
            Blank++;
            return;
        }

        Shapes.Add(look.Shape);
        Count(look.Signs);
        if (PlaceholderWords.Find(value) is { } placeholder)
        {
            AddPlaceholder(placeholder);
        }
    }

    private void Count(TextSigns found)
    {
        const TextSigns Cases = TextSigns.Capital | TextSigns.Small | TextSigns.Letters;
        switch (found & Cases)
        {
            case TextSigns.Capital | TextSigns.Letters:
                AllCapitals++;
                break;
            case TextSigns.Small | TextSigns.Letters:
                AllSmall++;
                break;
            case Cases:
                MixedCase++;
                break;
        }

        for (var rest = (uint)(found & ~Cases & ~TextSigns.Visible); rest != 0; rest &= rest - 1)
        {
            signs[System.Numerics.BitOperations.TrailingZeroCount(rest)]++;
        }
    }
}
