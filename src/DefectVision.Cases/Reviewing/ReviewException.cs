namespace DefectVision.Cases.Reviewing;

/// <summary>A reader's word that cannot be taken, with what was wanted.</summary>
public sealed class ReviewException(string message) : Exception(message);
