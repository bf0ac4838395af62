using Microsoft.ML.OnnxRuntime;

namespace DefectVision.Inference;

/// <summary>
/// One thread's way through a graph: takes one photo's input and gives the named outputs. Its tensors are taken once and used for every photo,
/// always one photo a run: what a photo scores never depends on its neighbours.
/// </summary>
public sealed class Scorer : IDisposable
{
    private readonly InferenceSession session;
    private readonly RunOptions options = new();
    private readonly string[] inputs = [ModelContract.PhotoInput];
    private readonly string[] outputs;
    private readonly OrtValue[] inputValues;
    private readonly OrtValue[] outputValues;
    private readonly float[][] results;
    private readonly float[] input;

    internal Scorer(InferenceSession session, int width, int height, params (string Name, int Length)[] outputs)
    {
        this.session = session;
        input = new float[3 * width * height];
        this.outputs = [.. outputs.Select(output => output.Name)];
        results = [.. outputs.Select(output => new float[output.Length])];
#pragma warning disable CA2000 // They live as long as the scorer, which disposes them.
        inputValues = [OrtValue.CreateTensorValueFromMemory(input, [1, 3, height, width])];
        outputValues = [.. results.Select(result => OrtValue.CreateTensorValueFromMemory(result, [1, result.Length]))];
#pragma warning restore CA2000
    }

    /// <summary>Where the photo goes before <see cref="Run"/>: 3 planes of height x width, 0..1.</summary>
    public Span<float> Input => input;

    /// <summary>Runs the graph on <see cref="Input"/>.</summary>
    /// <exception cref="ModelException">The runtime failed, or an output is not a finite number.</exception>
    public void Run()
    {
        try
        {
            session.Run(options, inputs, inputValues, outputs, outputValues);
        }
        catch (OnnxRuntimeException fault)
        {
            throw new ModelException($"the model failed while it ran: {fault.Message}", fault);
        }

        for (var i = 0; i < results.Length; i++)
        {
            if (Array.FindIndex(results[i], value => !float.IsFinite(value)) is var at and >= 0)
            {
                throw new ModelException($"output '{outputs[i]}' [{at}] is {results[i][at]}, wanted a finite number");
            }
        }
    }

    /// <summary>The values of an output after <see cref="Run"/>; overwritten by the next run.</summary>
    /// <param name="output">Its position in the order the scorer was made with.</param>
    public ReadOnlySpan<float> Result(int output) => results[output];

    public void Dispose()
    {
        foreach (var value in inputValues.Concat(outputValues))
        {
            value.Dispose();
        }

        options.Dispose();
    }
}
