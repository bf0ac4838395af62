using BenchmarkDotNet.Attributes;
using DefectVision.Inference;

namespace DefectVision.Throughput.Micro;

/// <summary>The network's input to an opinion (embedding, score, decision) by the shipped model, on one thread.</summary>
public class ScoreBenchmarks : IDisposable
{
    private readonly Model model = Model.Load(FolderRun.ShippedModel);
    private readonly Scorer scorer;

    public ScoreBenchmarks()
    {
        scorer = model.NewScorer();
        GoldenPattern.Fill(0, model.Contract.Input, scorer.Input);
    }

    [Benchmark(Description = "embed and score one photo")]
    public Opinion Judge() => model.Judge(scorer);

    [GlobalCleanup]
    public void Dispose()
    {
        scorer.Dispose();
        model.Dispose();
        GC.SuppressFinalize(this);
    }
}
