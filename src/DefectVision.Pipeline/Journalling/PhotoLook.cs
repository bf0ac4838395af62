namespace DefectVision.Pipeline.Journalling;

/// <summary>What a photo is known by when it comes again, and how well it shows its subject.</summary>
/// <param name="Print">Bytes of its fingerprint; empty where it is one even area.</param>
/// <param name="Sharpness">As Imaging's clarity has it: 0 and up.</param>
/// <param name="Brightness">Mean, 0 to 1.</param>
/// <param name="Burnt">Share that is white, 0 to 1.</param>
internal sealed record PhotoLook(byte[] Print, double Sharpness, double Brightness, double Burnt);
