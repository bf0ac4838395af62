namespace DefectVision.History;

/// <summary>A file is no history, or not one that this version reads.</summary>
public sealed class HistoryException(string message, Exception? inner = null) : Exception(message, inner)
{
    /// <summary>Another program uses it: the same may work later.</summary>
    public bool IsBusy { get; init; }
}
