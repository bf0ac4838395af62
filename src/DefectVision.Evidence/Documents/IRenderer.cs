namespace DefectVision.Evidence.Documents;

/// <summary>Turns blocks into a document of one kind, one after the other, so that no document need be held whole.</summary>
public interface IRenderer
{
    void Write(Block block);
}
