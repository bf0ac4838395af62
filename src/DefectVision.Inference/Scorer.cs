using DefectVision.Inference.Loading;
using Microsoft.ML.OnnxRuntime;
using Microsoft.ML.OnnxRuntime.Tensors;

namespace DefectVision.Inference;

/// <summary>
/// One thread's way through a graph: takes one photo's input and gives the named outputs. Its tensors are taken once and used for every photo,
/// always one photo a run: what a photo scores never depends on its neighbours.
/// </summary>
public sealed class Scorer : IDisposable
{
    private readonly InferenceSession _session;
    private readonly RunLimit _limit = new("the model");
    private readonly string[] _inputs = [ModelContract.PhotoInput];
    private readonly string[] _outputs;
    private readonly OrtValue[] _inputValues;
    private readonly OrtValue[] _outputValues;

    internal Scorer(InferenceSession session, int width, int height, params (string Name, int[] Sides)[] outputs)
    {
        _session = session;
        _outputs = [.. outputs.Select(output => output.Name)];
#pragma warning disable CA2000 // They live as long as the scorer, which disposes them.
        _inputValues = [Aligned(1, 3, height, width)];
        _outputValues = [.. outputs.Select(output => Aligned([1, .. output.Sides.Select(side => (long)side)]))];
#pragma warning restore CA2000
        Input.Clear();
    }

    /// <summary>Where the photo goes before <see cref="Run"/>: 3 planes of height x width, 0..1.</summary>
    public Span<float> Input => _inputValues[0].GetTensorMutableDataAsSpan<float>();

    /// <summary>Runs the graph on <see cref="Input"/>.</summary>
    /// <exception cref="ModelException">The runtime failed, the run had no end, or an output is not a finite number.</exception>
    public void Run()
    {
        try
        {
            _limit.Within(options => _session.Run(options, _inputs, _inputValues, _outputs, _outputValues));
        }
        catch (OnnxRuntimeException fault)
        {
            throw new ModelException($"the model failed while it ran: {fault.Message}", fault);
        }

        for (var output = 0; output < _outputs.Length; output++)
        {
            var values = Result(output);
            for (var at = 0; at < values.Length; at++)
            {
                if (!float.IsFinite(values[at]))
                {
                    throw new ModelException($"output '{_outputs[output]}' [{at}] is {values[at]}, wanted a finite number");
                }
            }
        }
    }

    /// <summary>The values of an output after <see cref="Run"/>; overwritten by the next run.</summary>
    /// <param name="output">Its position in the order the scorer was made with.</param>
    public ReadOnlySpan<float> Result(int output) => _outputValues[output].GetTensorDataAsSpan<float>();

    public void Dispose()
    {
        foreach (var value in _inputValues.Concat(_outputValues))
        {
            value.Dispose();
        }

        _limit.Dispose();
    }

    // In the runtime's memory, where its own values are: it groups a sum by where the values begin, so the address of an array of ours would
    // show in the last bits of a score.
    internal static OrtValue Aligned(params long[] sides) =>
        OrtValue.CreateAllocatedTensorValue(OrtAllocator.DefaultInstance, TensorElementType.Float, sides);
}
