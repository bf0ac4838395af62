namespace DefectVision.Web.Showing;

/// <summary>A photo that is not shown.</summary>
/// <param name="status">Of HTTP.</param>
/// <param name="text">Identifier of the sentence that says why.</param>
internal sealed class PhotoException(int status, string text) : Exception(text)
{
    public int Status => status;
}
