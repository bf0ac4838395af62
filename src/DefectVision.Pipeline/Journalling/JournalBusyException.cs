namespace DefectVision.Pipeline.Journalling;

/// <summary>Another run holds the journal: a temporary failure.</summary>
public sealed class JournalBusyException(string message, Exception inner) : Exception(message, inner);
