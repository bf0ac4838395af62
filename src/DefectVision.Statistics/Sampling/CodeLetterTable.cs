namespace DefectVision.Statistics.Sampling;

using static SampleSizeCodeLetter;

/// <summary>Lot size and inspection level to sample size code letter.</summary>
/// <remarks>Source: ISO 2859-1:1999, Table 1; MIL-STD-105E, Table I, is the same.</remarks>
internal static class CodeLetterTable
{
    private static readonly (long LargestLot, SampleSizeCodeLetter[] ByLevel)[] Rows =
    [
        //               S-1 S-2 S-3 S-4  I  II III
        (8,             [A, A, A, A, A, A, B]),
        (15,            [A, A, A, A, A, B, C]),
        (25,            [A, A, B, B, B, C, D]),
        (50,            [A, B, B, C, C, D, E]),
        (90,            [B, B, C, C, C, E, F]),
        (150,           [B, B, C, D, D, F, G]),
        (280,           [B, C, D, E, E, G, H]),
        (500,           [B, C, D, E, F, H, J]),
        (1_200,         [C, C, E, F, G, J, K]),
        (3_200,         [C, D, E, G, H, K, L]),
        (10_000,        [C, D, F, G, J, L, M]),
        (35_000,        [C, D, F, H, K, M, N]),
        (150_000,       [D, E, G, J, L, N, P]),
        (500_000,       [D, E, G, J, M, P, Q]),
        (long.MaxValue, [D, E, H, K, N, Q, R]),
    ];

    public static SampleSizeCodeLetter For(long lotSize, InspectionLevel level)
    {
        if (!(lotSize >= 2))
            throw new ArgumentOutOfRangeException(nameof(lotSize), lotSize, "The standard covers lots of 2 items and more; inspect a single item.");
        if (!Enum.IsDefined(level))
            throw new ArgumentOutOfRangeException(nameof(level), level, "Wanted S1, S2, S3, S4, I, II or III.");
        return Rows.First(row => lotSize <= row.LargestLot).ByLevel[(int)level];
    }
}
