namespace DefectVision.Pipeline.Intake;

/// <summary>Input that cannot be taken in, with the reason for the person who must mend it.</summary>
public sealed class IntakeException(string message, Exception? inner = null) : Exception(message, inner);
