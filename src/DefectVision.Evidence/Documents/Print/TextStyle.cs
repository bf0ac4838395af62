namespace DefectVision.Evidence.Documents.Print;

/// <summary>How a paragraph is set; sizes in points.</summary>
internal sealed record TextStyle(float Size, float Leading, string Colour = Look.Ink, bool IsBold = false)
{
    public static TextStyle Body { get; } = new(9, 12.6f);

    public static TextStyle Title { get; } = new(19, 23, IsBold: true);

    public static TextStyle Section { get; } = new(13, 17, IsBold: true);

    public static TextStyle Lot { get; } = new(11.5f, 15, IsBold: true);

    public static TextStyle Part { get; } = new(10, 13.5f, IsBold: true);

    public static TextStyle Lead { get; } = new(11, 15);

    public static TextStyle Small { get; } = new(8, 11);

    public static TextStyle Note { get; } = new(8, 11, Look.Soft);

    public static TextStyle Cell { get; } = new(8.5f, 11.3f);

    public static TextStyle CellHead { get; } = new(8.5f, 11.3f, IsBold: true);

    public static TextStyle CompactCell { get; } = new(7.5f, 9.8f);

    public static TextStyle CompactHead { get; } = new(7.5f, 9.8f, IsBold: true);

    public static TextStyle Shot { get; } = new(7, 9.2f);
}
