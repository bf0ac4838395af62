namespace DefectVision.Web;

/// <summary>Another program listens on the port.</summary>
public sealed class PortTakenException(string message, Exception? inner = null) : Exception(message, inner);
