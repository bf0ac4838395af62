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

    /// <summary>
    /// Makes it do what a folded convolution did: the norm is set to what it takes off and divides by on this input, so that it begins where the folded one ended.
    /// </summary>
    /// <param name="weights">To x from x 3 x 3.</param>
    /// <param name="biases">To.</param>
    /// <param name="input">N x from x H x W.</param>
    /// <returns>What it makes of the input.</returns>
    public Tensor Resume(float[] weights, float[] biases, Tensor input)
    {
        _convolution.weight.copy_(tensor(weights).view(To, From, 3, 3));
        var made = _convolution.forward(input);
        var mean = made.mean([0, 2, 3]);
        var variance = made.var([0, 2, 3]);
        _norm.weight!.copy_((variance + 1e-5).sqrt());
        _norm.bias!.copy_(tensor(biases) + mean);
        _norm.running_mean!.copy_(mean);
        _norm.running_var!.copy_(variance);
        return made + tensor(biases).view(1, -1, 1, 1);
    }

    /// <summary>Makes it give nothing at first, so that a block that ends with it passes on what went in.</summary>
    public void Hush() => _norm.weight!.zero_();

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
