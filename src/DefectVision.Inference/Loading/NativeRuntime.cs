using System.Runtime.InteropServices;
using Microsoft.ML.OnnxRuntime;

namespace DefectVision.Inference.Loading;

/// <summary>
/// ONNX Runtime as this product starts it: silent. On Linux it sends telemetry and writes a device id under the user's cache folder unless an
/// environment variable forbids it, and reads that variable through libc, which <see cref="Environment.SetEnvironmentVariable(string,string)"/> does not reach.
/// </summary>
internal static partial class NativeRuntime
{
    private const string Provider = "CPUExecutionProvider";

    /// <summary>What runs the graphs: no other provider is ever appended.</summary>
    public static string ExecutionProvider => $"{Provider}, ONNX Runtime {OrtEnv.Instance().GetVersionString()}";

    /// <summary>A session that computes on the caller's thread alone, so that a score does not depend on the load of the machine.</summary>
    public static InferenceSession Open(byte[] model)
    {
        OrtEnv.Instance().DisableTelemetryEvents();
        using var options = new SessionOptions
        {
            IntraOpNumThreads = 1,
            InterOpNumThreads = 1,
            ExecutionMode = ExecutionMode.ORT_SEQUENTIAL,
            GraphOptimizationLevel = GraphOptimizationLevel.ORT_ENABLE_ALL,
            LogSeverityLevel = OrtLoggingLevel.ORT_LOGGING_LEVEL_ERROR,
        };
        return new InferenceSession(model, options);
    }

    // Every way to the native library leads through this class, so this runs before it is loaded.
    static NativeRuntime()
    {
        const string Name = "ORT_DISABLE_TELEMETRY";
        Environment.SetEnvironmentVariable(Name, "1");
        if (!OperatingSystem.IsWindows())
        {
            _ = SetInLibc(Name, "1", 1);
        }
    }

    [LibraryImport("libc", EntryPoint = "setenv", StringMarshalling = StringMarshalling.Utf8)]
    private static partial int SetInLibc(string name, string value, int overwrite);
}
