namespace DefectVision.Inspection.Drawing;

/// <summary>The items that were drawn before the goods were opened: whoever holds the digest can tell that the list was not made to fit the findings.</summary>
/// <param name="Name">Of the file.</param>
/// <param name="Sha256">Of its bytes, lower-case hex: what is sent to the supplier beforehand.</param>
/// <param name="Facts">What the file says of itself (seed, lot size, generator), in its order.</param>
/// <param name="Items">By lot name as the list has it.</param>
public sealed record DrawList(
    string Name,
    string Sha256,
    IReadOnlyList<(string Key, string Value)> Facts,
    IReadOnlyDictionary<string, IReadOnlySet<string>> Items);
