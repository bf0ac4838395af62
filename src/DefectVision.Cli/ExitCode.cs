namespace DefectVision.Cli;

/// <summary>What the process answers. Documented, tested, never reused for another meaning.</summary>
internal static class ExitCode
{
    public const int Accepted = 0;
    public const int Rejected = 1;
    public const int Hold = 2;
    public const int DoesNotHold = 3;
    public const int Usage = 64;
    public const int DataUnusable = 65;
    public const int InputNotFound = 66;
    public const int ModelUnavailable = 69;
    public const int Fault = 70;
    public const int TooFewResources = 71;
    public const int OutputNotWritten = 74;
    public const int Temporary = 75;
    public const int Interrupted = 130;
    public const int Terminated = 143;
}
