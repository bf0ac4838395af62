namespace DefectVision.Training;

/// <summary>Passes progress on at once, on the caller's thread; <see cref="Progress{T}"/> would post it and let it overtake the end.</summary>
internal sealed class Relay<T>(Action<T> report) : IProgress<T>
{
    public void Report(T value) => report(value);
}
