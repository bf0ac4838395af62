using System.Security.Cryptography;
using DefectVision.Imaging;
using DefectVision.Inference.Loading;
using DefectVision.Statistics;
using Microsoft.ML.OnnxRuntime;

namespace DefectVision.Inference;

/// <summary>What the model says of one photo.</summary>
/// <param name="Score">Rounded to the digits that decide.</param>
/// <param name="Decision">The score against the operating point.</param>
/// <param name="Probability">0 to 1; null when the model has no calibration.</param>
/// <param name="DefectClass">The best fitting class; null when the photo passes.</param>
public sealed record Opinion(double Score, Decision Decision, Probability? Probability, string? DefectClass)
{
    /// <summary>How far it is from good photos; null when the model does not say.</summary>
    public double? Anomaly { get; init; }

    /// <summary>Share of its places that are like none of the good photos (0 to 1); null when the model does not say.</summary>
    public double? Strangeness { get; init; }

    /// <summary>The same of a photo: where the product was looked for and not found, all of it is strange.</summary>
    /// <param name="photo">As it was read.</param>
    public Opinion In(PhotoReading.Readable photo)
    {
        ArgumentNullException.ThrowIfNull(photo);
        return photo.IsLocated || Strangeness is null ? this : this with { Strangeness = 1 };
    }
}

/// <summary>An ONNX file that carries its whole contract in its metadata, loaded and self-tested.</summary>
public sealed class Model : IDisposable
{
    private readonly InferenceSession _session;

    private Model(InferenceSession session, ModelContract contract, string sha256)
    {
        _session = session;
        Contract = contract;
        Sha256 = sha256;
    }

    public ModelContract Contract { get; }

    /// <summary>Of the file's bytes, lower-case hex.</summary>
    public string Sha256 { get; }

    /// <summary>The execution provider that runs it.</summary>
    public string ExecutionProvider { get; } = NativeRuntime.ExecutionProvider;

    /// <summary>What the self-test at load compared, in a sentence.</summary>
    public string SelfTest => FormattableString.Invariant(
        $"{Contract.GoldenVectors.Count} golden inputs gave the recorded outputs within {GoldenCheck.Tolerance} (absolute or relative)");

    /// <summary>Loads a model and scores its golden vectors.</summary>
    /// <exception cref="FileNotFoundException">No such file.</exception>
    /// <exception cref="ModelException">The file is no model of this product, its contract is broken, or it fails its self-test.</exception>
    public static Model Load(string path)
    {
        var bytes = NetworkFile.Bytes(path);
        var name = Path.GetFileName(path);
        var model = Open(bytes, name);
        try
        {
            GoldenCheck.Run(model, name);
            return model;
        }
        catch
        {
            model.Dispose();
            throw;
        }
    }

    /// <summary>The grid of its heat map; null when it gives none of a known size.</summary>
    public HeatMapGrid? HeatMap =>
        _session.OutputMetadata.TryGetValue(ModelContract.HeatMapOutput, out var output) && output.Dimensions is [_, 1, > 0 and var rows, > 0 and var columns]
            ? new HeatMapGrid(rows, columns)
            : null;

    /// <summary>A scorer for one thread.</summary>
    public Scorer NewScorer() => new(_session, Contract.Input.Width, Contract.Input.Height, Decisive());

    /// <summary>A scorer for one thread that gives the heat map, too, see <see cref="MapOf"/>.</summary>
    /// <exception cref="ModelException">The model gives none.</exception>
    public Scorer NewMappingScorer()
    {
        var grid = HeatMap ?? throw new ModelException($"{Contract.Name}: found no heat map of a known size, wanted one");
        return new Scorer(_session, Contract.Input.Width, Contract.Input.Height, [.. Decisive(), (ModelContract.HeatMapOutput, [1, grid.Rows, grid.Columns])]);
    }

    /// <summary>Scores what stands in the scorer's input: a photo.</summary>
    public Opinion Judge(Scorer scorer)
    {
        scorer.Run();
        var score = OperatingPoint.Round(scorer.Result(0)[0]);
        var decision = Contract.OperatingPoint.Decide(score);
        return new Opinion(
            score,
            decision,
            Contract.Calibration?.At(score),
            decision == Decision.Pass ? null : ClassOf(scorer))
        {
            Anomaly = Contract.Anomaly is null ? null : scorer.Result(2)[0],
            Strangeness = Contract.Familiar is null ? null : OperatingPoint.Round(scorer.Result(Contract.Anomaly is null ? 2 : 3)[0]),
        };
    }

    /// <summary>The heat map after <see cref="Judge"/> or a run of a mapping scorer, row by row from the top; overwritten by the next run.</summary>
    public ReadOnlySpan<float> MapOf(Scorer scorer) => scorer.Result(Decisive().Length);

    public void Dispose() => _session.Dispose();

    internal static Model Open(byte[] bytes, string name)
    {
        InferenceSession session;
        try
        {
            session = NativeRuntime.Open(bytes);
        }
        catch (OnnxRuntimeException fault)
        {
            throw new ModelException($"{name}: found a file that ONNX Runtime cannot load, wanted an ONNX model ({FirstLine(fault.Message)})", fault);
        }

        try
        {
            var contract = ContractReader.Read(session, name);
            return new Model(session, contract, Convert.ToHexStringLower(SHA256.HashData(bytes)));
        }
        catch
        {
            session.Dispose();
            throw;
        }
    }

    private (string Name, int[] Sides)[] Decisive() =>
    [
        (ModelContract.ScoreOutput, [1]),
        (ModelContract.LogitsOutput, [Contract.DefectClasses.Count]),
        .. Contract.Anomaly is null ? Array.Empty<(string, int[])>() : [(ModelContract.AnomalyScoreOutput, [1])],
        .. Contract.Familiar is null ? Array.Empty<(string, int[])>() : [(ModelContract.StrangenessOutput, [1])],
    ];

    private string ClassOf(Scorer scorer)
    {
        var logits = scorer.Result(1);
        var best = BestClass(logits);
        return Contract.Anomaly is { FewestClassProbability: > 0 } scale && scorer.Result(2)[0] >= scale.From && ProbabilityOf(logits, best) < scale.FewestClassProbability
            ? ModelContract.UnknownClass
            : Contract.DefectClasses[best];
    }

    private static double ProbabilityOf(ReadOnlySpan<float> logits, int best)
    {
        var sum = 0.0;
        foreach (var logit in logits)
        {
            sum += Math.Exp(logit - logits[best]);
        }

        return 1 / sum;
    }

    private static int BestClass(ReadOnlySpan<float> logits)
    {
        var best = 0;
        for (var i = 1; i < logits.Length; i++)
        {
            if (logits[i] > logits[best])
            {
                best = i;
            }
        }

        return best;
    }

    private static string FirstLine(string text) => text.Split('\n')[0];
}
