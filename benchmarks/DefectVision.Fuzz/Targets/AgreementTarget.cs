using DefectVision.Inspection.Agreements;

namespace DefectVision.Fuzz.Targets;

/// <summary>An agreement, which ends by <see cref="AgreementException"/> where it is wrong.</summary>
internal static class AgreementTarget
{
    public static FuzzTarget Make() => new("agreement", Read);

    private static void Read(byte[] yaml)
    {
        try
        {
            AgreementReader.Read(yaml, "agreement.yaml");
        }
        catch (AgreementException)
        {
            // A wrong agreement is refused.
        }
    }
}
