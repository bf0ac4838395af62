using DefectVision.Fixtures;
using DefectVision.Inference;
using DefectVision.Inspection;
using DefectVision.Pipeline.Intake;
using DefectVision.Pipeline.Journalling;

namespace DefectVision.Pipeline.Tests;

/// <summary>Rule: running the same command again resumes and gives the same bytes in every output as an uninterrupted run.</summary>
public sealed class ResumeTests
{
    [Theory]
    [InlineData(1, 1)]
    [InlineData(7, 2)]
    [InlineData(20, 1)]
    [InlineData(34, 4)]
    public void A_run_that_was_broken_off_and_run_again_gives_the_bytes_of_one_that_was_not(int after, int workers)
    {
        using var shipment = Shipment.OfThirty();
        var uninterrupted = shipment.Outputs(shipment.Inspect("whole"), "whole");
        shipment.InspectUntil(after, "broken", workers);
        var kept = File.ReadAllLines(shipment.At($"broken/{Journal.FileName}")).Length;
        Assert.InRange(kept, 2, 1 + 36);

        var resumed = shipment.Outputs(shipment.Inspect("broken"), "broken");

        Assert.Equal(7, resumed.Count);
        Assert.All(uninterrupted, output => Assert.Equal(output.Value, resumed[output.Key]));
    }

    [Fact]
    public void Being_broken_off_again_and_again_changes_nothing()
    {
        using var shipment = Shipment.OfThirty();
        var uninterrupted = shipment.Outputs(shipment.Inspect("whole"), "whole");
        foreach (var after in new[] { 3, 11, 23 })
        {
            shipment.InspectUntil(after, "broken");
        }

        var resumed = shipment.Outputs(shipment.Inspect("broken"), "broken");
        Assert.All(uninterrupted, output => Assert.Equal(output.Value, resumed[output.Key]));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(3)]
    [InlineData(8)]
    public void The_number_of_workers_changes_the_speed_only(int workers)
    {
        using var shipment = Shipment.OfThirty();
        var two = shipment.Outputs(shipment.Inspect("two"), "two");
        var others = shipment.Outputs(shipment.Inspect("others", workers), "others");
        Assert.All(two, output => Assert.Equal(output.Value, others[output.Key]));
    }

    [Fact]
    public void A_second_run_scores_nothing_again()
    {
        using var shipment = Shipment.OfThirty();
        shipment.Inspect();
        var scored = Scored();
        shipment.Inspect();
        Assert.Equal(scored, Scored());

        int Scored() => File.ReadLines(shipment.At($"out/{Journal.FileName}")).Count(line => line.Contains("\"outcome\":\"scored\"", StringComparison.Ordinal));
    }

    [Fact]
    public void A_photo_that_was_changed_since_is_scored_again()
    {
        using var shipment = new Shipment();
        shipment.Put("a/1_x.jpg", Photos.Good(1));
        Assert.Equal(Standing.Clear, Assert.Single(shipment.Inspect().Files).Finding!.Standing);
        shipment.Put("a/1_x.jpg", Photos.Stain(1));
        Assert.Equal(Standing.Flagged, Assert.Single(shipment.Inspect().Files).Finding!.Standing);
    }

    [Fact]
    public void A_photo_that_was_taken_away_since_is_no_longer_found()
    {
        using var shipment = new Shipment();
        shipment.Put("a/1_x.jpg", Photos.Good(1));
        shipment.Put("a/2_x.jpg", Photos.Good(2));
        shipment.Inspect();
        File.Delete(Path.Combine(shipment.Folder, "a", "2_x.jpg"));
        Assert.Equal(["a/1_x.jpg"], shipment.Inspect().Files.Select(file => file.Path));
    }

    [Fact]
    public void The_outputs_carry_the_date_of_the_first_start_unless_told()
    {
        using var shipment = new Shipment();
        shipment.Put("a/1_x.jpg", Photos.Good(1));
        Assert.Equal(Shipment.AsOf, shipment.Inspect().AsOf);
        var later = Shipment.AsOf.AddDays(3);
        Assert.Equal(later, shipment.Inspect(asOf: later).AsOf);
    }

    [Fact]
    public void Another_model_must_be_asked_for()
    {
        using var shipment = new Shipment();
        shipment.Put("a/1_x.jpg", Photos.Good(1));
        shipment.Inspect();
        using var other = Model.Load(TinyModel.Write(shipment.At("other.onnx"), TinyModel.Contract with { Name = "other" }));
        Assert.Throws<IntakeException>(() => shipment.Inspect(with: other));
        var record = shipment.Inspect(with: other, redoes: true);
        Assert.Equal("other", record.Model!.Name);
        Assert.NotNull(record.PlanAtStart);
    }

    [Fact]
    public void While_one_run_writes_an_inspection_another_is_turned_away()
    {
        using var shipment = new Shipment();
        shipment.Put("a/1_x.jpg", Photos.Good(1));
        var second = new SecondRun(shipment);
        shipment.Inspect(progress: second);
        Assert.IsType<JournalBusyException>(second.Fault);
    }

    private sealed class SecondRun(Shipment shipment) : IProgress<InspectionProgress>
    {
        public Exception? Fault { get; private set; }

        public void Report(InspectionProgress value) => Fault ??= Record.Exception(() => shipment.Inspect());
    }
}
