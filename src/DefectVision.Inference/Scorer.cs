using Microsoft.ML.OnnxRuntime;

namespace DefectVision.Inference;

/// <summary>
/// One thread's way through a graph: takes one photo's input and gives the named outputs. Its tensors are taken once and used for every photo,
/// always one photo a run: what a photo scores never depends on its neighbours.
/// </summary>
public sealed class Scorer : IDisposable
{
    private readonly InferenceSession _session;
    private readonly RunOptions _options = new();
    private readonly string[] _inputs = [ModelContract.PhotoInput];
    private readonly string[] _outputs;
    private readonly OrtValue[] _inputValues;
    private readonly OrtValue[] _outputValues;
    private readonly float[][] _results;
    private readonly float[] _input;

    internal Scorer(InferenceSession session, int width, int height, params (string Name, int[] Sides)[] outputs)
    {
        _session = session;
        _input = new float[3 * width * height];
        _outputs = [.. outputs.Select(output => output.Name)];
        _results = [.. outputs.Select(output => new float[output.Sides.Aggregate(1, (product, side) => product * side)])];
#pragma warning disable CA2000 // They live as long as the scorer, which disposes them.
        _inputValues = [OrtValue.CreateTensorValueFromMemory(_input, [1, 3, height, width])];
        _outputValues = [.. outputs.Zip(_results, (output, result) => OrtValue.CreateTensorValueFromMemory(result, [1, .. output.Sides.Select(side => (long)side)]))];
#pragma warning restore CA2000
    }

    /// <summary>Where the photo goes before <see cref="Run"/>: 3 planes of height x width, 0..1.</summary>
    public Span<float> Input => _input;

    /// <summary>Runs the graph on <see cref="Input"/>.</summary>
    /// <exception cref="ModelException">The runtime failed, or an output is not a finite number.</exception>
    public void Run()
    {
        try
        {
            _session.Run(_options, _inputs, _inputValues, _outputs, _outputValues);
        }
        catch (OnnxRuntimeException fault)
        {
            throw new ModelException($"the model failed while it ran: {fault.Message}", fault);
        }

        for (var i = 0; i < _results.Length; i++)
        {
            if (Array.FindIndex(_results[i], value => !float.IsFinite(value)) is var at and >= 0)
            {
                throw new ModelException($"output '{_outputs[i]}' [{at}] is {_results[i][at]}, wanted a finite number");
            }
        }
    }

    /// <summary>The values of an output after <see cref="Run"/>; overwritten by the next run.</summary>
    /// <param name="output">Its position in the order the scorer was made with.</param>
    public ReadOnlySpan<float> Result(int output) => _results[output];

    public void Dispose()
    {
        foreach (var value in _inputValues.Concat(_outputValues))
        {
            value.Dispose();
        }

        _options.Dispose();
    }
}
