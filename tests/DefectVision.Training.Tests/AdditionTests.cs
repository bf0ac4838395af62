using System.Security.Cryptography;
using DefectVision.Fixtures;
using DefectVision.Inference;

namespace DefectVision.Training.Tests;

/// <summary>Rules of adding labels to a model: it keeps what it knew, the new photos join it, and the same addition gives the same bytes.</summary>
public sealed class AdditionTests : IDisposable
{
    private const int Photo = 12;
    private readonly TempFolder _temp = new();

    public void Dispose() => _temp.Dispose();

    [Fact]
    public void New_labels_join_what_the_model_knew_and_the_same_addition_gives_the_same_bytes()
    {
        Put("set", "good", 0, defective: false);
        Put("set", "hole", 100, defective: true);
        Put("more", "spot", 200, defective: true);
        Train("set", "first.onnx");
        var second = Train("more", "second.onnx", "first.onnx");
        Train("more", "again/second.onnx", "first.onnx");
        Assert.Equal(File.ReadAllBytes(_temp.At("second.onnx")), File.ReadAllBytes(_temp.At("again/second.onnx")));

        using var first = Model.Load(_temp.At("first.onnx"));
        Assert.Equal(first.Sha256, second.Contract.Training.From);
        Assert.Equal(["hole", "spot"], second.Contract.DefectClasses);
        Assert.Equal([("good", Photo), ("hole", Photo), ("spot", Photo)], second.Contract.Training.Photos.Select(entry => (entry.Key, entry.Value)));
        Assert.Equal(3 * Photo, second.CrossFitted.Count);
        Assert.Equal(first.Contract.Input, second.Contract.Input);
    }

    [Fact]
    public void It_knows_the_photos_again_that_it_learned_from_and_those_that_are_added()
    {
        Put("set", "good", 0, defective: false);
        Put("set", "hole", 100, defective: true);
        Put("more", "stain", 100, defective: true);
        Put("more", "spot", 200, defective: true);
        var first = Train("set", "first.onnx").Contract.Training.Digests!;
        Assert.Equal(2 * Photo, first.Count);
        Assert.All(Shas("set"), sha256 => Assert.True(first.Contains(sha256)));

        var second = Train("more", "second.onnx", "first.onnx").Contract.Training.Digests!;
        Assert.Equal(3 * Photo, second.Count);
        Assert.All(Shas("set").Concat(Shas("more")), sha256 => Assert.True(second.Contains(sha256)));
        Assert.DoesNotContain(Shas("more/spot"), first.Contains);
    }

    [Fact]
    public void A_photo_that_is_labelled_anew_is_not_learned_from_twice()
    {
        Put("set", "good", 0, defective: false);
        Put("set", "hole", 100, defective: true);
        Put("more", "stain", 100, defective: true);
        Train("set", "first.onnx");
        Assert.Equal([("good", Photo), ("stain", Photo)], Train("more", "second.onnx", "first.onnx").Contract.Training.Photos.Select(entry => (entry.Key, entry.Value)));
    }

    [Fact]
    public void Defects_added_to_a_model_of_good_photos_teach_it_to_tell_them()
    {
        Put("set", "good", 0, defective: false);
        Put("more", "hole", 100, defective: true);
        Train("set", "first.onnx");
        Assert.Equal(Photo, Train("more", "second.onnx", "first.onnx").Contract.OperatingPoint.Sensitivity.Total);
    }

    [Fact]
    public void The_names_of_the_files_do_not_travel_with_the_model()
    {
        Put("set", "good", 0, defective: false);
        Put("set", "hole", 100, defective: true);
        Train("set", "first.onnx");
        Assert.DoesNotContain("private-name", System.Text.Encoding.Latin1.GetString(File.ReadAllBytes(_temp.At("first.onnx"))), StringComparison.Ordinal);
    }

    [Fact]
    public void A_model_that_carries_nothing_cannot_be_added_to()
    {
        Put("more", "hole", 100, defective: true);
        File.WriteAllBytes(_temp.At("tiny.onnx"), TinyModel.Bytes());
        Assert.Contains("carries nothing", Assert.Throws<ModelException>(() => Train("more", "second.onnx", "tiny.onnx")).Message, StringComparison.Ordinal);
    }

    private IEnumerable<string> Shas(string folder) =>
        Directory.EnumerateFiles(_temp.At(folder), "*", SearchOption.AllDirectories).Select(file => Convert.ToHexStringLower(SHA256.HashData(File.ReadAllBytes(file))));

    private void Put(string set, string label, int first, bool defective)
    {
        for (var number = first; number < first + Photo; number++)
            _temp.Put($"{set}/{label}/private-name-{number}.jpg", Photos.Cloth(number, defective));
    }

    private TrainingResult Train(string set, string model, string? from = null) => Trainer.Train(
        new TrainingOptions(_temp.At(set), _temp.At(model), null, null, 64 * 64, 1, Path.Combine(AppContext.BaseDirectory, "backbone.onnx")) { From = from is null ? null : _temp.At(from) },
        null,
        CancellationToken.None);
}
