using BenchmarkDotNet.Attributes;
using DefectVision.Inference;

namespace DefectVision.Throughput.Micro;

/// <summary>The network's input to an opinion (embedding, score, decision) by the shipped model, on one thread.</summary>
public class ScoreBenchmarks : IDisposable
{
    private readonly Model _model = Model.Load(FolderRun.ShippedModel);
    private readonly Scorer _scorer;

    public ScoreBenchmarks()
    {
        _scorer = _model.NewScorer();
        GoldenPattern.Fill(0, _model.Contract.Input, _scorer.Input);
    }

    [Benchmark(Description = "embed and score one photo")]
    public Opinion Judge() => _model.Judge(_scorer);

    [GlobalCleanup]
    public void Dispose()
    {
        _scorer.Dispose();
        _model.Dispose();
        GC.SuppressFinalize(this);
    }
}
