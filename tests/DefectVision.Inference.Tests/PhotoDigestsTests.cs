using System.Security.Cryptography;
using DefectVision.Fixtures;

namespace DefectVision.Inference.Tests;

/// <summary>Rules: a model knows the photos again that it was made from, by their bytes, and carries them in a bounded place; one that carries none still loads.</summary>
public sealed class PhotoDigestsTests : IDisposable
{
    private readonly TempFolder _temp = new();

    public void Dispose() => _temp.Dispose();

    [Fact]
    public void What_was_given_is_known_again_in_any_order_and_nothing_else_is()
    {
        var digests = PhotoDigests.Of(Shas(0, 50).Reverse().Concat(Shas(0, 10)))!;
        Assert.Equal(50, digests.Count);
        Assert.All(Shas(0, 50), sha256 => Assert.True(digests.Contains(sha256)));
        Assert.All(Shas(50, 50), sha256 => Assert.False(digests.Contains(sha256)));
        Assert.Equal(PhotoDigests.Of(Shas(0, 50))!.ToString(), digests.ToString());
        Assert.False(PhotoDigests.Of([])!.Contains(Shas(0, 1).Single()));
    }

    [Fact]
    public void Eight_bytes_of_each_are_kept_ascending_in_one_base64_string()
    {
        var (low, high) = ("00000000000000ff" + new string('a', 48), "ff00000000000000" + new string('b', 48));
        var written = PhotoDigests.Of([high, low])!.ToString();
        Assert.Equal("AAAAAAAAAP//AAAAAAAAAA==", written);
        Assert.True(PhotoDigests.Parse(written).Contains(high));
        Assert.True(PhotoDigests.Parse(written).Contains("00000000000000ff" + new string('c', 48)));
        Assert.False(PhotoDigests.Parse(written).Contains("00000000000000fe" + new string('a', 48)));
    }

    [Fact]
    public void What_is_added_joins_what_was_known()
    {
        var both = PhotoDigests.Of(Shas(5, 10), PhotoDigests.Of(Shas(0, 10)))!;
        Assert.Equal(PhotoDigests.Of(Shas(0, 15))!.ToString(), both.ToString());
    }

    [Fact]
    public void More_than_the_most_are_left_out()
    {
        string Numbered(int number) => number.ToString("x16", System.Globalization.CultureInfo.InvariantCulture);
        var most = PhotoDigests.Of(Enumerable.Range(0, PhotoDigests.Most).Select(Numbered))!;
        Assert.Equal(100_000, PhotoDigests.Parse(most.ToString()).Count);
        Assert.Null(PhotoDigests.Of([Numbered(PhotoDigests.Most)], most));
    }

    [Fact]
    public void They_travel_in_the_file_and_a_model_without_them_loads()
    {
        using var older = Model.Load(TinyModel.Write(_temp.At("older.onnx")));
        Assert.Null(older.Contract.Training.Digests);
        using var model = Model.Load(TinyModel.Write(_temp.At("model.onnx"), With(PhotoDigests.Of(Shas(0, 3)))));
        Assert.Equal(PhotoDigests.Of(Shas(0, 3))!.ToString(), model.Contract.Training.Digests!.ToString());
    }

    [Theory]
    [InlineData("\"not base64!\"")]
    [InlineData("\"AAAAAAAAAA==\"")] // 7 bytes
    [InlineData("\"/wAAAAAAAAAAAAAAAAAA/w==\"")] // descending
    [InlineData("\"AAAAAAAAAP8AAAAAAAAA/w==\"")] // the same twice
    [InlineData("[1]")]
    public void Broken_ones_refuse_the_model(string broken)
    {
        var known = PhotoDigests.Of(Shas(0, 3))!;
        var bytes = Latin1(TinyModel.Bytes(With(known)));
        var padded = broken.PadRight(known.ToString().Length + 2);
        File.WriteAllBytes(_temp.At("broken.onnx"), System.Text.Encoding.Latin1.GetBytes(bytes.Replace($"\"{known}\"", padded, StringComparison.Ordinal)));
        Assert.Contains("its contract is broken", Assert.Throws<ModelException>(() => Model.Load(_temp.At("broken.onnx"))).Message, StringComparison.Ordinal);
    }

    private static string Latin1(byte[] bytes) => System.Text.Encoding.Latin1.GetString(bytes);

    private static ModelContract With(PhotoDigests? digests) => TinyModel.Contract with { Training = TinyModel.Contract.Training with { Digests = digests } };

    private static IEnumerable<string> Shas(int first, int count) =>
        Enumerable.Range(first, count).Select(number => Convert.ToHexStringLower(SHA256.HashData(BitConverter.GetBytes(number))));
}
