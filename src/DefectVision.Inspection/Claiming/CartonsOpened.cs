namespace DefectVision.Inspection.Claiming;

/// <summary>How findings lie in the cartons of a draw.</summary>
/// <param name="WithFindings">Opened cartons with at least one of them.</param>
/// <param name="Opened">Opened cartons.</param>
/// <param name="InLot">Cartons of the lot.</param>
public sealed record CartonsOpened(int WithFindings, int Opened, int InLot);
