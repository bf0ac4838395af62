using System.Net;

namespace DefectVision.Automation.Serving;

/// <summary>How the program listens, and what it lets others ask for.</summary>
/// <param name="Listen">Where.</param>
/// <param name="Folder">Full path of the folder of cases, jobs and uploads.</param>
/// <param name="Roots">Full paths of the folders below which shipments and models may be named; none: shipments are uploaded.</param>
/// <param name="Token">Asked of every request but those for health; null: none is, which loopback alone may have.</param>
/// <param name="MostUpload">Bytes of a zip.</param>
public sealed record ServeOptions(IPEndPoint Listen, string Folder, IReadOnlyList<string> Roots, string? Token, long MostUpload)
{
    /// <summary>Of a token that stands alone between the network and the cases.</summary>
    public const int LeastToken = 24;
}
