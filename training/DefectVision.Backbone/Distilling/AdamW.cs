using TorchSharp.Modules;
using static TorchSharp.torch;

namespace DefectVision.Backbone.Distilling;

/// <summary>Adam with decoupled weight decay (Loshchilov and Hutter 2019, ICLR). Written out because its moments must be kept in a checkpoint, which the library's do not let.</summary>
internal sealed class AdamW
{
    private const double First = 0.9;
    private const double Second = 0.999;
    private const double Epsilon = 1e-8;

    private readonly IReadOnlyList<Parameter> _parameters;

    public AdamW(IEnumerable<Parameter> parameters)
    {
        _parameters = [.. parameters];
        Moments = [.. _parameters.SelectMany(parameter => new[] { zeros_like(parameter).DetachFromDisposeScope(), zeros_like(parameter).DetachFromDisposeScope() })];
    }

    /// <summary>First and second moment of each parameter in turn.</summary>
    public IReadOnlyList<Tensor> Moments { get; }

    /// <param name="step">Number of this step, 0 first.</param>
    /// <param name="rate">Learning rate.</param>
    public void Step(long step, double rate)
    {
        using var _ = no_grad();
        var firstPart = 1 - Math.Pow(First, step + 1);
        var secondPart = 1 - Math.Pow(Second, step + 1);
        for (var at = 0; at < _parameters.Count; at++)
        {
            using var scope = NewDisposeScope();
            var (parameter, gradient) = (_parameters[at], _parameters[at].grad!);
            Moments[2 * at].mul_(First).add_(gradient, 1 - First);
            Moments[(2 * at) + 1].mul_(Second).addcmul_(gradient, gradient, 1 - Second);
            if (parameter.dim() > 1)
            {
                parameter.mul_(1 - (rate * Settings.WeightDecay));
            }

            parameter.addcdiv_(Moments[2 * at], (Moments[(2 * at) + 1] / secondPart).sqrt_().add_(Epsilon), -rate / firstPart);
        }
    }

    public void Forget()
    {
        foreach (var parameter in _parameters)
        {
            parameter.grad?.zero_();
        }
    }
}
