using DefectVision.Backbone.Crops;

namespace DefectVision.Backbone.Teachers;

/// <summary>One map that a teacher gives.</summary>
/// <param name="Teacher">File name of the teacher without ending.</param>
/// <param name="Name">Its name in the graph.</param>
/// <param name="Stride">Pixels of the photo per place.</param>
/// <param name="Channels">Values per place.</param>
/// <param name="IsPlain">Its distances mean something as they are: its channels are not standardised one by one.</param>
internal sealed record TeacherMap(string Teacher, string Name, int Stride, int Channels, bool IsPlain)
{
    /// <summary>Places on either side of a crop.</summary>
    public int Side => CropMaker.Side / Stride;

    /// <summary>Values of one crop's map.</summary>
    public int Values => Channels * Side * Side;
}
