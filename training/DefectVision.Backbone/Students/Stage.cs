using TorchSharp.Modules;
using static TorchSharp.torch;

namespace DefectVision.Backbone.Students;

/// <summary>A convolution that halves both sides, and residual blocks at that size.</summary>
internal sealed class Stage : nn.Module<Tensor, Tensor>
{
    public Stage(int from, int to, int blocks)
        : base(nameof(Stage))
    {
        Halving = new ConvolutionNorm(from, to, 2);
        Blocks = nn.ModuleList([.. Enumerable.Range(0, blocks).Select(_ => new ResidualBlock(to))]);
        RegisterComponents();
    }

    public ConvolutionNorm Halving { get; }

    public ModuleList<ResidualBlock> Blocks { get; }

    public override Tensor forward(Tensor input) => Blocks.Aggregate(nn.functional.relu(Halving.forward(input)), (value, block) => block.forward(value));
}
