namespace DefectVision.Inspection;

/// <summary>What became of one file that was found. Every file ends as exactly one of these: found = sum of outcomes.</summary>
public enum PhotoOutcome
{
    /// <summary>Read whole and scored by the model.</summary>
    Scored,

    /// <summary>Read whole; no model was named to score it.</summary>
    Read,

    /// <summary>Named or shaped like a photo, but its content cannot be read as one.</summary>
    Unreadable,

    /// <summary>A photo of which part is missing: neither scored nor counted as good.</summary>
    Truncated,

    /// <summary>A photo whose data was changed after it was written: what a decoder makes of it may look like a defect. Neither scored nor counted as good.</summary>
    Damaged,

    /// <summary>An image in a format that is recognised and not read.</summary>
    UnsupportedFormat,

    /// <summary>Beyond the limits on bytes, sides or area; refused before memory is taken.</summary>
    TooLarge,

    /// <summary>Byte for byte the same as a photo earlier in path order.</summary>
    Duplicate,

    /// <summary>Kept with an item or a lot and not scored: a video, a document, another file of a shot that counts, a photo of the packing.</summary>
    Attachment,

    /// <summary>A file that is not an image.</summary>
    NotAPhoto,

    /// <summary>A file that an operating system leaves behind.</summary>
    SystemFile,

    /// <summary>A file that belongs to no lot, or a link or folder that was not looked into.</summary>
    OutsideAnyLot,
}
