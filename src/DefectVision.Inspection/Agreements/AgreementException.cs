namespace DefectVision.Inspection.Agreements;

/// <summary>An agreement that cannot be read, with the place: <c>agreement.yaml(12,5): found …, wanted …</c>.</summary>
public sealed class AgreementException(string message, Exception? inner = null) : Exception(message, inner);
