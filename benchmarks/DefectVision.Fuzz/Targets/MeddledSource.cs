using DefectVision.Evidence.Packets;

namespace DefectVision.Fuzz.Targets;

/// <summary>A good packet in memory, of which one file is another.</summary>
/// <param name="whole">Every file of the good packet by its name.</param>
/// <param name="name">Of the other; the good packet may have it or not.</param>
/// <param name="content">Of the other.</param>
internal sealed class MeddledSource(IReadOnlyDictionary<string, byte[]> whole, string name, byte[] content) : PacketSource
{
    public override IReadOnlyList<string> Names { get; } = [.. whole.Keys.Append(name).Distinct().Order(StringComparer.Ordinal)];

    public override IReadOnlyList<(string Name, string Fault)> Faults => [];

    public override Stream Open(string wanted) => new MemoryStream(wanted == name ? content : whole[wanted], writable: false);

    public override void Dispose()
    {
    }
}
