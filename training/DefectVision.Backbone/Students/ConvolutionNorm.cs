using TorchSharp.Modules;
using static TorchSharp.torch;

namespace DefectVision.Backbone.Students;

/// <summary>A 3 x 3 convolution with batch norm: one plain convolution once the norm is folded into it.</summary>
internal sealed class ConvolutionNorm : nn.Module<Tensor, Tensor>
{
    private readonly Conv2d _convolution;
    private readonly BatchNorm2d _norm;

    public ConvolutionNorm(int from, int to, int stride)
        : base(nameof(ConvolutionNorm))
    {
        From = from;
        To = to;
        Stride = stride;
        _convolution = nn.Conv2d(from, to, 3L, stride: stride, padding: 1L, bias: false);
        _norm = nn.BatchNorm2d(to);
        RegisterComponents();
    }

    public int From { get; }

    public int To { get; }

    public int Stride { get; }

    public override Tensor forward(Tensor input) => _norm.forward(_convolution.forward(input));

    /// <summary>Weights (to x from x 3 x 3) and biases (to) that do the same without the norm.</summary>
    public (float[] Weights, float[] Biases) Folded()
    {
        using var scope = NewDisposeScope();
        var factor = _norm.weight! / (_norm.running_var! + 1e-5).sqrt();
        var weights = _convolution.weight * factor.view(-1, 1, 1, 1);
        var biases = _norm.bias! - (_norm.running_mean! * factor);
        return (weights.data<float>().ToArray(), biases.data<float>().ToArray());
    }
}
