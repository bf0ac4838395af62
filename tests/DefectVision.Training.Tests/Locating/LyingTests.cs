using DefectVision.Imaging;
using DefectVision.Statistics;
using DefectVision.Training.Backbones;
using DefectVision.Training.Labels;
using DefectVision.Training.Locating;
using DefectVision.Training.Tests.Labels;

namespace DefectVision.Training.Tests.Locating;

/// <summary>Rules: good photos themselves say whether the goods lie at any angle; where they do, the memory holds them turned, and a model that is added to keeps it so.</summary>
public sealed class LyingTests : IDisposable
{
    private static readonly string Backbone = Path.Combine(AppContext.BaseDirectory, "backbone.onnx");
    private readonly LabelledFolder _set = new();

    public void Dispose() => _set.Dispose();

    [Theory]
    [InlineData(0, false)]
    [InlineData(360, true)]
    public void Goods_lie_at_any_angle_where_good_photos_are_seldom_most_alike_upright(int turn, bool isAtAnyAngle)
    {
        Put(24, turn);
        var lying = Of(128, 128);
        Assert.Equal(isAtAnyAngle, lying.IsAtAnyAngle);
        Assert.Equal(8 * 16, lying.Upright!.Value.Total);
    }

    // A level of 5 % needs 19 good items; a strip of 2 to 1 is turned, one that is longer is not.
    [Theory]
    [InlineData(19, 128, 128, false)]
    [InlineData(20, 128, 128, true)]
    [InlineData(20, 128, 64, true)]
    [InlineData(20, 160, 64, false)]
    [InlineData(20, 64, 160, false)]
    public void It_is_asked_of_twenty_items_in_photos_at_most_twice_as_long_as_wide(int photos, int width, int height, bool isAsked)
    {
        Put(photos, 360);
        Assert.Equal(isAsked, Of(width, height).Upright is not null);
    }

    [Fact]
    public void It_repeats()
    {
        Put(24, 360);
        Assert.Equal(Of(128, 128), Of(128, 128));
    }

    [Fact]
    public void A_model_of_goods_at_any_angle_remembers_them_turned_and_keeps_to_it_when_labels_are_added()
    {
        Put(24, 360);
        var first = Path.Combine(_set.Root, "..", "first.onnx");
        var result = Train(first, null);
        Assert.StartsWith("at any angle", result.Lying, StringComparison.Ordinal);
        Assert.Contains($"| goods lie | {result.Lying} |", File.ReadAllText(Path.ChangeExtension(first, ".md")), StringComparison.Ordinal);
        Assert.Equal(MemoryKind.AnyAngle, Learned.Read(first).Memory.Kind);

        var second = Path.Combine(_set.Root, "..", "second.onnx");
        Assert.Null(Train(second, first).Lying);
        Assert.Equal(MemoryKind.AnyAngle, Learned.Read(second).Memory.Kind);
    }

    [Fact]
    public void A_model_of_goods_that_lie_the_same_way_remembers_them_upright()
    {
        Put(24, 0);
        var model = Path.Combine(_set.Root, "..", "upright.onnx");
        Assert.StartsWith("much the same way", Train(model, null).Lying, StringComparison.Ordinal);
        Assert.Equal(MemoryKind.Upright, Learned.Read(model).Memory.Kind);
    }

    private TrainingResult Train(string model, string? from) =>
        Trainer.Train(new TrainingOptions(_set.Root, model, null, null, 96 * 96, 1, Backbone) { From = from, AcceptFindings = true, Locate = Locate.None }, null, CancellationToken.None);

    private Lying Of(int width, int height) =>
        Lying.Of(_set.Read(LabelLayout.Folders), new InputRecipe(InputRecipe.CurrentVersion, width, height), Backbone, null, CancellationToken.None);

    private void Put(int photos, int turn)
    {
        for (var number = 0; number < photos; number++)
        {
            _set.Put(FormattableString.Invariant($"good/{number:00}.jpg"), Photo(number, turn));
        }
    }

    // A dark bolt with a wide head on bright ground, turned by up to so many degrees.
    private static byte[] Photo(int number, int turn)
    {
        var chance = new PinnedGenerator((ulong)number, stream: 0);
        var (sine, cosine) = Math.SinCos(turn * chance.NextDouble() * Math.PI / 180);
        var picture = new RgbImage(128, 128);
        for (var at = 0; at < 128 * 128; at++)
        {
            double x = (at % 128) - 64, y = (at / 128) - 64;
            var (along, across) = ((cosine * x) + (sine * y), Math.Abs((cosine * y) - (sine * x)));
            var level = (along is > -50 and < -30 && across < 22) || (along is >= -30 and < 45 && across < 8) ? 60 : 190;
            picture.Bytes.AsSpan(3 * at, 3).Fill((byte)(level + chance.NextInt(12)));
        }

        return picture.ToJpeg(95);
    }
}
