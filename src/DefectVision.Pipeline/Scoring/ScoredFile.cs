using DefectVision.Imaging.Keeping;
using DefectVision.Pipeline.Journalling;

namespace DefectVision.Pipeline.Scoring;

/// <summary>What comes out of the scoring stage: a file that is done.</summary>
/// <param name="Entry">Its outcome.</param>
/// <param name="IsNew">False when an earlier run has journalled it.</param>
/// <param name="Pictures">To be kept before the entry is journalled.</param>
internal sealed record ScoredFile(JournalEntry Entry, bool IsNew, IReadOnlyList<(PictureKind Kind, byte[] Jpeg)> Pictures);
