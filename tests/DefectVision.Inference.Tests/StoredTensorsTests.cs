using DefectVision.Inference.Graph;

namespace DefectVision.Inference.Tests;

/// <summary>Rule: what a file of other people carries is what it says once and with as many values as it says, or it is refused (found by fuzzing).</summary>
public sealed class StoredTensorsTests
{
    [Fact]
    public void Values_come_in_rows_of_the_first_side()
    {
        var graph = new OnnxGraph("rows");
        graph.Constant("three", [1f, 2f, 3f, 4f, 5f, 6f], 3, 2, 1);
        graph.Metadata("said", "once");
        var stored = StoredTensors.Of(graph.ToBytes(), "m.onnx");
        Assert.Equal([[1f, 2f], [3f, 4f], [5f, 6f]], stored.Rows("three")!);
        Assert.Equal("once", stored.Text("said"));
        Assert.Null(stored.Rows("four"));
        Assert.Null(stored.Text("unsaid"));
    }

    [Theory]
    [InlineData(4, 2)]
    [InlineData(2, 2)]
    [InlineData(-3, -2)]
    [InlineData(0, 2)]
    [InlineData(long.MaxValue, long.MaxValue)]
    public void Values_that_are_not_as_many_as_the_sides_say_are_refused(long rows, long columns)
    {
        var graph = new OnnxGraph("rows");
        graph.Constant("three", [1f, 2f, 3f, 4f, 5f, 6f], rows, columns);
        Assert.Equal(FormattableString.Invariant($"m.onnx: found 6 values in 'three' of {rows} x {columns}, wanted as many as its sides say"), Refusal(graph, stored => stored.Rows("three")));
    }

    [Fact]
    public void A_constant_without_sides_has_no_rows()
    {
        var graph = new OnnxGraph("rows");
        graph.Constant("one", [1f]);
        Assert.Contains("'one'", Refusal(graph, stored => stored.Rows("one")), StringComparison.Ordinal);
    }

    [Fact]
    public void What_is_said_twice_is_refused()
    {
        var graph = new OnnxGraph("twice");
        graph.Constant("a", [1f], 1);
        graph.Constant("a", [2f], 1);
        graph.Metadata("b", "one");
        graph.Metadata("b", "two");
        Assert.Equal("m.onnx: found 'a' twice, wanted it once", Refusal(graph, stored => stored.Rows("a")));
        Assert.Equal("m.onnx: found 'b' twice, wanted it once", Refusal(graph, stored => stored.Text("b")));
    }

    // A file without a byte is a message without a field.
    [Fact]
    public void A_file_without_a_network_is_none() =>
        Assert.Equal("m.onnx: found no network in it, wanted an ONNX model", Assert.Throws<ModelException>(() => StoredTensors.Of([], "m.onnx")).Message);

    private static string Refusal(OnnxGraph graph, Action<StoredTensors> read)
    {
        var stored = StoredTensors.Of(graph.ToBytes(), "m.onnx");
        return Assert.Throws<ModelException>(() => read(stored)).Message;
    }
}
