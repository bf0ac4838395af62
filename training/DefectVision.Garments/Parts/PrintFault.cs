namespace DefectVision.Garments.Parts;

/// <summary>What went wrong when the print was pressed on.</summary>
internal enum PrintFault
{
    None,

    /// <summary>The screen touched twice: a paler second image beside the first.</summary>
    Ghost,

    /// <summary>The screen was drawn off sideways while the ink was wet.</summary>
    Smear,

    /// <summary>A swath of the screen was blocked: no ink there.</summary>
    MissingInk,

    /// <summary>The second colour was printed beside its place.</summary>
    OutOfRegister,
}
