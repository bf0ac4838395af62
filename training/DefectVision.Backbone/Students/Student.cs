using DefectVision.Backbone.Teachers;
using TorchSharp.Modules;
using static TorchSharp.torch;

namespace DefectVision.Backbone.Students;

/// <summary>
/// The network that is kept: a stem and three stages of plain convolutions, 1.15 million parameters. The heads turn its maps into the teachers' and are thrown
/// away after training.
/// </summary>
internal sealed class Student : nn.Module<Tensor, Tensor[]>
{
    /// <summary>Channels at strides 2, 4, 8 and 16.</summary>
    public static readonly int[] Channels = [16, 32, 64, 128];

    private readonly IReadOnlyList<TeacherMap> _maps;

    public Student(IReadOnlyList<TeacherMap> maps)
        : base(nameof(Student))
    {
        _maps = maps;
        Stem = new ConvolutionNorm(3, Channels[0], 2);
        Stages = nn.ModuleList([new Stage(Channels[0], Channels[1], 1), new Stage(Channels[1], Channels[2], 2), new Stage(Channels[2], Channels[3], 3)]);
        Heads = nn.ModuleList([.. maps.Select(map => nn.Conv2d(Channels[StageOf(map) + 1], map.Channels, 1L))]);
        RegisterComponents();
    }

    public ConvolutionNorm Stem { get; }

    public ModuleList<Stage> Stages { get; }

    public ModuleList<Conv2d> Heads { get; }

    /// <summary>What it makes of the teachers' maps, in their order.</summary>
    /// <param name="input">N x 3 x H x W, 0 to 255.</param>
    public override Tensor[] forward(Tensor input)
    {
        var body = Body(input);
        return [.. _maps.Select((map, at) => Heads[at].forward(body[StageOf(map)]))];
    }

    /// <summary>The maps at strides 4, 8 and 16 that are kept.</summary>
    /// <param name="input">N x 3 x H x W, 0 to 255.</param>
    public Tensor[] Body(Tensor input)
    {
        var value = nn.functional.relu(Stem.forward(Prepared(input)));
        var maps = new List<Tensor>();
        foreach (var stage in Stages)
        {
            value = stage.forward(value);
            maps.Add(value);
        }

        return [.. maps];
    }

    /// <summary>0 to 255 as the stem is shown it.</summary>
    public static Tensor Prepared(Tensor input) => ((input / 255.0) - 0.5) / 0.25;

    private static int StageOf(TeacherMap map) => map.Stride switch
    {
        4 => 0,
        8 => 1,
        16 => 2,
        _ => throw new InvalidDataException($"{map.Teacher}, {map.Name}: found stride {map.Stride}, wanted 4, 8 or 16"),
    };
}
