using System.Security.Cryptography;
using Microsoft.AspNetCore.Http;

namespace DefectVision.Automation.Serving;

/// <summary>Zips that were sent: whole on the disk under their digest, or not there.</summary>
internal sealed class Uploads(string folder, long most)
{
    /// <summary>Takes the body of a request.</summary>
    /// <param name="id">Of the job: uploads at the same time do not meet.</param>
    /// <returns>Full path, and SHA-256 as lower-case hex.</returns>
    /// <exception cref="Problem">It is larger than may be sent, or no zip.</exception>
    public async Task<(string Path, string Sha256)> Take(HttpRequest request, string id)
    {
        if (request.ContentLength > most)
        {
            throw TooLarge();
        }

        Directory.CreateDirectory(folder);
        var path = Path.Combine(folder, id + ".part");
        try
        {
            using var digest = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
            await using (var file = new FileStream(path, FileMode.Create, FileAccess.Write))
            {
                var buffer = new byte[1 << 16];
                var total = 0L;
                for (int read; (read = await request.Body.ReadAsync(buffer, request.HttpContext.RequestAborted)) > 0;)
                {
                    if (total == 0 && !buffer.AsSpan(0, read).StartsWith("PK"u8))
                    {
                        throw new Problem(StatusCodes.Status415UnsupportedMediaType, "no zip", "found a body that is no zip, wanted one");
                    }

                    if ((total += read) > most)
                    {
                        throw TooLarge();
                    }

                    digest.AppendData(buffer, 0, read);
                    await file.WriteAsync(buffer.AsMemory(0, read), request.HttpContext.RequestAborted);
                }

                if (total == 0)
                {
                    throw new Problem(StatusCodes.Status400BadRequest, "empty", "found an empty body, wanted a zip");
                }

                file.Flush(flushToDisk: true);
            }

            var sha256 = Convert.ToHexStringLower(digest.GetHashAndReset());
            return (path, sha256);
        }
        catch
        {
            File.Delete(path);
            throw;
        }
    }

    /// <summary>Gives it the name under which it is inspected.</summary>
    public string Keep(string taken, string id, string name)
    {
        var path = Path.Combine(Directory.CreateDirectory(Path.Combine(folder, id)).FullName, name + ".zip");
        File.Move(taken, path, overwrite: true);
        return path;
    }

    /// <summary>Takes away what was kept of a job that was not taken.</summary>
    public void Forget(string id) => Directory.Delete(Path.Combine(folder, id), recursive: true);

    /// <summary>Whether a file begins as a zip does.</summary>
    public static bool IsZip(string path)
    {
        Span<byte> start = stackalloc byte[2];
        using var file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
        return file.ReadAtLeast(start, start.Length, throwOnEndOfStream: false) == start.Length && start.SequenceEqual("PK"u8);
    }

    private Problem TooLarge() => new(StatusCodes.Status413PayloadTooLarge, "too large", FormattableString.Invariant($"found more than {most} bytes, wanted at most so many (--max-upload)"));
}
