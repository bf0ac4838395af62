using System.Text.Json;

namespace DefectVision.Training.Labels.Layouts;

/// <summary>What one person said of a task: choices, and boxes as shares of the photo.</summary>
/// <param name="Choices">Of the whole photo, each once.</param>
/// <param name="Boxes">In the order of the export.</param>
internal sealed record LabelStudioAnswer(IReadOnlyList<string> Choices, IReadOnlyList<LabelledBox> Boxes)
{
    /// <summary>Shares are written as percent.</summary>
    private const double Whole = 100;

    /// <summary>Kinds of result that name no class.</summary>
    private static readonly string[] Asides = ["textarea", "rating", "number", "datetime", "relation"];

    /// <exception cref="DatasetException">A label of a kind that is not read: passed over, it would turn a defective photo into a good one.</exception>
    public static LabelStudioAnswer Of(LabelStudioAnnotation annotation, string where)
    {
        var choices = new List<string>();
        var boxes = new List<LabelledBox>();
        foreach (var result in JsonLabels.Whole(annotation.Result ?? [], where, "result"))
        {
            switch (result.Type)
            {
                case "choices":
                    choices.AddRange(Names(result, where));
                    break;
                case "rectanglelabels":
                    boxes.Add(Rectangle(result.Value, OneName(result, where), where));
                    break;
                case "polygonlabels":
                    boxes.Add(Shape.Around(OneName(result, where), [.. Member(result.Value, "points", JsonValueKind.Array, where).EnumerateArray().Select(point => Corner(point, where))], where));
                    break;
                case var kind when !Asides.Contains(kind):
                    throw new DatasetException($"{where}: found {kind}, wanted choices, rectanglelabels and polygonlabels");
            }
        }

        return new LabelStudioAnswer([.. choices.Distinct()], boxes);
    }

    private static LabelledBox Rectangle(JsonElement value, string name, string where)
    {
        var box = Shape.Box(name, At("x") / Whole, At("y") / Whole, At("width") / Whole, At("height") / Whole, where);
        return value.TryGetProperty("rotation", out var rotation) && rotation.ValueKind == JsonValueKind.Number && rotation.GetDouble() != 0
            ? throw new DatasetException(FormattableString.Invariant($"{where}: found a rectangle turned by {rotation.GetDouble()} degrees, wanted upright ones or polygons"))
            : box;

        double At(string member) => Member(value, member, JsonValueKind.Number, where).GetDouble();
    }

    private static (double X, double Y) Corner(JsonElement point, string where) =>
        point.ValueKind == JsonValueKind.Array && point.GetArrayLength() == 2 && point.EnumerateArray().All(number => number.ValueKind == JsonValueKind.Number)
            ? (point[0].GetDouble() / Whole, point[1].GetDouble() / Whole)
            : throw new DatasetException($"{where}: found the corner {point}, wanted [x, y]");

    private static string OneName(LabelStudioResult result, string where) => Names(result, where) is [var name]
        ? name
        : throw new DatasetException($"{where}: found several {result.Type} on one shape, wanted one");

    private static List<string> Names(LabelStudioResult result, string where) =>
        Member(result.Value, result.Type, JsonValueKind.Array, where).EnumerateArray().Select(name => ClassRule.Name(name.ToString(), where)).ToList() is { Count: > 0 } names
            ? names
            : throw new DatasetException($"{where}: found {result.Type} without a name, wanted one");

    private static JsonElement Member(JsonElement value, string name, JsonValueKind kind, string where) =>
        value.ValueKind == JsonValueKind.Object && value.TryGetProperty(name, out var member) && member.ValueKind == kind
            ? member
            : throw new DatasetException($"{where}: found no '{name}' in a value, wanted one");
}
