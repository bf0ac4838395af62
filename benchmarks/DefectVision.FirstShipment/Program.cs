using System.Globalization;
using DefectVision.FirstShipment;

switch (args)
{
    case ["order", var folder, .. var more]:
        OrderCommand.Run(Goods.Below(folder), Seeds(more), !more.Contains("--order-alone"));
        return 0;
    case ["familiar", var folder, .. var more]:
        FamiliarCommand.Run(Goods.Below(folder), [.. more.Where(word => word.EndsWith(".onnx", StringComparison.Ordinal))], Seeds(more));
        return 0;
    default:
        Console.Error.WriteLine("""
            wanted: order FOLDER [SEED…] [--order-alone], or familiar FOLDER [SEED…] [MODEL.onnx…]
            FOLDER holds folders of goods, each with photos in good/ and in other folders; seeds: 1 2 3 unless named
            """);
        return 2;
}

static IReadOnlyList<ulong> Seeds(string[] more) =>
    more.Where(word => word.All(char.IsAsciiDigit)).Select(word => ulong.Parse(word, CultureInfo.InvariantCulture)).ToList() is { Count: > 0 } named ? named : [1, 2, 3];
