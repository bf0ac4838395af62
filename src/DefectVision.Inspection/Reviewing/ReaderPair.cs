using DefectVision.Statistics.Verification;

namespace DefectVision.Inspection.Reviewing;

/// <summary>Two readers and how they agree on the items that both looked at.</summary>
/// <param name="First">First in ordinal order.</param>
/// <param name="Second">The other.</param>
/// <param name="Agreement">On the items in common.</param>
public sealed record ReaderPair(string First, string Second, ReaderAgreement Agreement);
