namespace DefectVision.Inference.Loading;

/// <summary>The self-test: a model that does not repeat what it was shipped with is not used.</summary>
internal static class GoldenCheck
{
    /// <summary>Absolute below 1, relative above. Kernels of unlike processors differ by far less, another graph or input by far more.</summary>
    public const double Tolerance = 0.001;

    /// <summary>What the model gives for each golden pattern.</summary>
    public static IReadOnlyList<GoldenVector> Record(Model model)
    {
        using var scorer = model.NewScorer();
        var vectors = new List<GoldenVector>();
        for (var pattern = 0; pattern < GoldenPattern.Count; pattern++)
        {
            GoldenPattern.Fill(pattern, model.Contract.Input, scorer.Input);
            scorer.Run();
            vectors.Add(new GoldenVector(pattern, scorer.Result(0)[0], [.. scorer.Result(1).ToArray().Select(value => (double)value)]));
        }

        return vectors;
    }

    /// <exception cref="ModelException">An output is off.</exception>
    public static void Run(Model model, string name)
    {
        using var scorer = model.NewScorer();
        foreach (var golden in model.Contract.GoldenVectors)
        {
            GoldenPattern.Fill(golden.Pattern, model.Contract.Input, scorer.Input);
            scorer.Run();
            Compare(golden.Pattern, "score", scorer.Result(0)[0], golden.Score);
            var logits = scorer.Result(1);
            for (var i = 0; i < logits.Length; i++)
            {
                Compare(golden.Pattern, $"logit {i}", logits[i], golden.Logits.ElementAtOrDefault(i));
            }
        }

        void Compare(int pattern, string what, double found, double wanted)
        {
            if (!(Math.Abs(found - wanted) <= Tolerance * Math.Max(1, Math.Abs(wanted))))
            {
                throw new ModelException(FormattableString.Invariant(
                    $"{name}: the self-test fails: golden input {pattern} gave {what} {found:G6}, wanted {wanted:G6} within {Tolerance}"));
            }
        }
    }
}
