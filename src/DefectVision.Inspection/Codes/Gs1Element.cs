namespace DefectVision.Inspection.Codes;

/// <summary>One GS1 element string.</summary>
/// <param name="Identifier">The application identifier, two to four digits: 01 GTIN, 10 batch or lot number, 21 serial number.</param>
/// <param name="Value">What follows it.</param>
public sealed record Gs1Element(string Identifier, string Value)
{
    public override string ToString() => $"({Identifier}){Value}";
}
