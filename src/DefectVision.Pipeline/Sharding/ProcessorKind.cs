using System.Runtime.InteropServices;
using System.Runtime.Intrinsics.Arm;
using System.Runtime.Intrinsics.X86;

namespace DefectVision.Pipeline.Sharding;

/// <summary>What decides which instructions a score is worked out by: ONNX Runtime and .NET take other ones where a processor has them, and round otherwise.</summary>
internal static class ProcessorKind
{
    /// <summary>Of this machine, such as "X64: AVX2, FMA, AVX-512".</summary>
    public static string Here { get; } = Named();

    private static string Named()
    {
        (string Name, bool IsThere)[] sets =
        [
            ("AVX2", Avx2.IsSupported), ("FMA", Fma.IsSupported), ("AVX-512", Avx512F.IsSupported), ("AVX-VNNI", AvxVnni.IsSupported),
            ("ASIMD", AdvSimd.IsSupported), ("dot product", Dp.IsSupported),
        ];
        return $"{RuntimeInformation.ProcessArchitecture}: {string.Join(", ", sets.Where(set => set.IsThere).Select(set => set.Name).DefaultIfEmpty("none of those that are told apart"))}";
    }
}
