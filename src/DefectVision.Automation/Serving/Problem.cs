using Microsoft.AspNetCore.Http;

namespace DefectVision.Automation.Serving;

/// <summary>A request that is refused, as RFC 9457 has it (application/problem+json).</summary>
internal sealed class Problem(int status, string title, string detail) : Exception(detail)
{
    public int Status => status;

    public IResult Result => Results.Problem(Message, statusCode: status, title: title);

    public static Problem NotFound(string id) => new(StatusCodes.Status404NotFound, "no such case", $"found no case '{id}'");
}
