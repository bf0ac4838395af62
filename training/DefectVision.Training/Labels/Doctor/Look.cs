namespace DefectVision.Training.Labels.Doctor;

/// <summary>What the doctor saw of a photo: its fingerprint, or why there is none.</summary>
internal sealed record Look(LabelledPhoto Photo, Fingerprint? Print, string? Reason);
