using DefectVision.Fixtures;
using DefectVision.Training.Labels;

namespace DefectVision.Training.Tests.Labels;

/// <summary>A labelled set that a test writes: photos of 48 x 48 px, no two alike to the byte, and label files.</summary>
internal sealed class LabelledFolder : IDisposable
{
    private readonly TempFolder _temp = new();
    private int _number;

    public string Root => _temp.At("set");

    public LabelledFolder Photo(params string[] names)
    {
        foreach (var name in names)
            Put(name, Photos.Good(_number++));
        return this;
    }

    public LabelledFolder Put(string name, byte[] content)
    {
        _temp.Put($"set/{name}", content);
        return this;
    }

    public LabelledFolder Put(string name, string text)
    {
        _temp.Put($"set/{name}", text);
        return this;
    }

    /// <summary>A photo beside the set, where no label may lead.</summary>
    public LabelledFolder PutOutside(string name)
    {
        _temp.Put(name, Photos.Good(_number++));
        return this;
    }

    public LabelledSet Read(LabelLayout layout = LabelLayout.Auto, string part = "train") => LabelledSet.Read(Root, part, null, layout);

    /// <summary>What the reader says against the set, with its folder written as SET.</summary>
    public string Fault(LabelLayout layout, string part = "train") =>
        Assert.Throws<DatasetException>(() => Read(layout, part)).Message.Replace(Root, "SET", StringComparison.Ordinal);

    /// <summary>Photos with their labels, as "a.jpg good, b.jpg hole", in the order of names.</summary>
    public string Said(LabelledSet set) =>
        string.Join(", ", set.Photos.Select(photo => $"{Name(photo.Path)} {photo.Label}").Order(StringComparer.Ordinal));

    public string Name(string path) => Path.GetRelativePath(Root, path).Replace('\\', '/');

    /// <summary>Boxes of the photo of that name.</summary>
    public IReadOnlyList<LabelledBox> Boxes(LabelledSet set, string name) => Assert.Single(set.Photos, photo => Name(photo.Path) == name).Boxes;

    public void Dispose() => _temp.Dispose();
}
