using static TorchSharp.torch;

namespace DefectVision.Backbone.Students;

/// <summary>Two convolutions whose result is added to what went in (He et al. 2016, CVPR).</summary>
internal sealed class ResidualBlock : nn.Module<Tensor, Tensor>
{
    public ResidualBlock(int channels)
        : base(nameof(ResidualBlock))
    {
        First = new ConvolutionNorm(channels, channels, 1);
        Second = new ConvolutionNorm(channels, channels, 1);
        RegisterComponents();
    }

    public ConvolutionNorm First { get; }

    public ConvolutionNorm Second { get; }

    public override Tensor forward(Tensor input) => nn.functional.relu(Second.forward(nn.functional.relu(First.forward(input))) + input);
}
