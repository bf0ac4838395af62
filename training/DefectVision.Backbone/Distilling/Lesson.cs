namespace DefectVision.Backbone.Distilling;

/// <summary>A batch of crops and what the teachers make of it.</summary>
/// <param name="Crops">Batch x 3 x side x side, 0 to 255.</param>
/// <param name="Targets">Standardised, by map.</param>
internal sealed record Lesson(float[] Crops, float[][] Targets);
