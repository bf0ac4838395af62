namespace DefectVision.Imaging.Decoding;

/// <summary>What a walk through a JPEG's coded data found.</summary>
internal enum JpegState
{
    /// <summary>Every block is there, and nothing contradicts the standard.</summary>
    Whole,

    /// <summary>The same, and the end marker is missing.</summary>
    Unclosed,

    /// <summary>The data ends before its last block.</summary>
    EndsEarly,

    /// <summary>Something stands in it that no encoder writes.</summary>
    Damaged,

    /// <summary>Coded in a way that is not walked: arithmetic, lossless, hierarchical.</summary>
    Unknown,
}
