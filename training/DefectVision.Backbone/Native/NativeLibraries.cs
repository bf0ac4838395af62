using System.Runtime.InteropServices;

namespace DefectVision.Backbone.Native;

/// <summary>
/// The environment that the native libraries must find before they are loaded. They read it through libc, which
/// <see cref="Environment.SetEnvironmentVariable(string,string)"/> does not reach.
/// </summary>
internal static partial class NativeLibraries
{
    /// <summary>Call before the first use of torch or ONNX Runtime.</summary>
    public static void Prepare()
    {
        // Threads of OpenMP that wait by spinning take the core from those that compute: ten times slower on two cores.
        Set("OMP_WAIT_POLICY", "PASSIVE");
        Set("GOMP_SPINCOUNT", "0");
        Set("KMP_BLOCKTIME", "0");
        // ONNX Runtime sends telemetry unless this forbids it.
        Set("ORT_DISABLE_TELEMETRY", "1");
        NativeLibrary.Load(Path.Combine(AppContext.BaseDirectory, "libLibTorchSharp.so"));
    }

    private static void Set(string name, string value)
    {
        Environment.SetEnvironmentVariable(name, value);
        _ = SetInLibc(name, value, 1);
    }

    [LibraryImport("libc", EntryPoint = "setenv", StringMarshalling = StringMarshalling.Utf8)]
    private static partial int SetInLibc(string name, string value, int overwrite);
}
