namespace DefectVision.Training.Labels;

/// <summary>A labelled set that cannot be used, with the reason for the person who must mend it.</summary>
public sealed class DatasetException(string message) : Exception(message);
