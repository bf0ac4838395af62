namespace DefectVision.Web.Showing;

/// <summary>How large a photo is shown.</summary>
internal enum PhotoSize
{
    /// <summary>For a grid.</summary>
    Small,

    /// <summary>As large as a screen shows it.</summary>
    Screen,

    /// <summary>Every pixel that was taken.</summary>
    Full,
}
