using System.Text.Json;

namespace DefectVision.Training.Labels.Layouts;

/// <summary>The members of a task in Label Studio's JSON export that are used.</summary>
internal sealed record LabelStudioTask(IReadOnlyDictionary<string, JsonElement> Data, long Id = 0, IReadOnlyList<LabelStudioAnnotation>? Annotations = null);

/// <summary>One person's answer.</summary>
/// <param name="WasCancelled">The person skipped the task.</param>
/// <param name="GroundTruth">Somebody vouches for it.</param>
internal sealed record LabelStudioAnnotation(IReadOnlyList<LabelStudioResult>? Result = null, bool? WasCancelled = null, bool? GroundTruth = null);

/// <summary>One part of an answer; what its value holds depends on its type.</summary>
internal sealed record LabelStudioResult(string Type, JsonElement Value = default);
