namespace DefectVision.Training.Labels.Answered;

/// <summary>Names that are one: each stands for the first of them in ordinal order.</summary>
internal sealed class Joined
{
    private readonly Dictionary<string, string> _before = new(StringComparer.Ordinal);

    public string Of(string name)
    {
        while (_before.TryGetValue(name, out var before))
        {
            name = before;
        }

        return name;
    }

    public void Join(string one, string other)
    {
        var (first, second) = (Of(one), Of(other));
        if (string.CompareOrdinal(first, second) > 0)
        {
            (first, second) = (second, first);
        }

        if (first != second)
        {
            _before[second] = first;
        }
    }
}
