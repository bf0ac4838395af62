namespace DefectVision.Evidence.Packets;

/// <summary>A packet, key or timestamp that cannot be made or used as it is: which, found, wanted.</summary>
public sealed class PacketException : Exception
{
    public PacketException(string message)
        : base(message)
    {
    }

    public PacketException(string message, Exception inner)
        : base(message, inner)
    {
    }
}
