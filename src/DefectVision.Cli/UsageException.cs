namespace DefectVision.Cli;

/// <summary>A call that was well formed and cannot be right: names the option, what was found and what is wanted.</summary>
internal sealed class UsageException(string message) : Exception(message);
