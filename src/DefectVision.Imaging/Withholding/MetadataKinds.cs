namespace DefectVision.Imaging.Withholding;

/// <summary>What a photo's file says beside the picture, and somebody may not want to give away.</summary>
[Flags]
public enum MetadataKinds
{
    None = 0,

    /// <summary>Where it was taken.</summary>
    Gps = 1,

    /// <summary>Serial numbers of camera and lens.</summary>
    ExifSerial = 2,

    /// <summary>Names of persons, computers and programs, free text, and the photo's own number.</summary>
    Personal = 4,
}
