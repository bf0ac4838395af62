using DefectVision.Backbone.Crops;
using DefectVision.Backbone.Teachers;

namespace DefectVision.Backbone.Distilling;

/// <summary>Makes lessons: crops by their numbers, shown to all teachers.</summary>
/// <param name="crops">Cuts them.</param>
/// <param name="teachers">Look at them.</param>
/// <param name="measured">A room whose measured channels are taken over; null: they are measured here.</param>
internal sealed class Classroom(CropMaker crops, IReadOnlyList<Teacher> teachers, Classroom? measured = null)
{
    private FeatureScale[]? _scales = measured?._scales;

    /// <summary>All maps of all teachers, in order.</summary>
    public IReadOnlyList<TeacherMap> Maps { get; } = [.. teachers.SelectMany(teacher => teacher.Maps)];

    /// <summary>Measures the channels on lessons that are not trained on: their numbers lie behind all others.</summary>
    public void MeasureScales()
    {
        var seen = Enumerable.Range(0, Settings.ScaleBatches).Select(batch => Look((long.MaxValue / Settings.Batch) - 1 - batch).Targets).ToList();
        _scales = [.. Maps.Select((map, at) => FeatureScale.Of(map, [.. seen.Select(targets => targets[at])]))];
    }

    /// <param name="step">Number of the batch.</param>
    public Lesson Teach(long step)
    {
        var lesson = Look(step);
        for (var at = 0; at < Maps.Count; at++)
        {
            (_scales ?? throw new InvalidOperationException("the channels were not measured")).ElementAt(at).Apply(Maps[at], lesson.Targets[at]);
        }

        return lesson;
    }

    private Lesson Look(long step)
    {
        var values = new float[Settings.Batch * CropMaker.Values];
        for (var at = 0; at < Settings.Batch; at++)
        {
            crops.Make((step * Settings.Batch) + at, values.AsSpan(at * CropMaker.Values, CropMaker.Values));
        }

        return new Lesson(values, [.. teachers.SelectMany(teacher => teacher.Look(values))]);
    }
}
