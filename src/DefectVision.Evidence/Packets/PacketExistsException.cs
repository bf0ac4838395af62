namespace DefectVision.Evidence.Packets;

/// <summary>A packet is there already, and nobody said that it may be replaced.</summary>
public sealed class PacketExistsException(string message) : Exception(message);
