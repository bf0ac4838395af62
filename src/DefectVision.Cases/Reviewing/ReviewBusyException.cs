namespace DefectVision.Cases.Reviewing;

/// <summary>The same case is reviewed by another run of the program.</summary>
public sealed class ReviewBusyException(string message, Exception inner) : Exception(message, inner);
