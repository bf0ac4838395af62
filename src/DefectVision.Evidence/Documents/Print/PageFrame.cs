namespace DefectVision.Evidence.Documents.Print;

/// <summary>The part of a page that text may fill, in points.</summary>
internal sealed record PageFrame(PaperSize Paper)
{
    private const float Side = 40;
    private const float Above = 44;
    private const float Below = 44;
    private const float HeadLine = 26;
    private const float FootLine = 30;

    public static float Left => Side;

    public float Right => Paper.Width - Side;

    public float Width => Paper.Width - (2 * Side);

    public static float Top => Above;

    public float Bottom => Paper.Height - Below;

    public float Height => Bottom - Top;

    /// <summary>Where the running head stands.</summary>
    public static float Head => HeadLine;

    /// <summary>Where the running foot stands.</summary>
    public float Foot => Paper.Height - FootLine;
}
