using System.Text;

namespace DefectVision.Pipeline.Intake;

/// <summary>
/// File names as archives and disks hold them without saying how: UTF-8 where the bytes are that, else GB18030, in which Windows in China writes them. Once a
/// name was no UTF-8 all that follow are GB18030: short Chinese names may be UTF-8 by chance.
/// </summary>
internal sealed class NameEncoding : Encoding
{
    private static readonly UTF8Encoding Strict = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    private static readonly Encoding Chinese = CodePagesEncodingProvider.Instance.GetEncoding("GB18030")!;

    private readonly Dictionary<string, byte[]> _bytes = new(StringComparer.Ordinal);

    /// <summary>A name was no UTF-8.</summary>
    public bool IsChinese { get; private set; }

    /// <summary>The bytes that a name was read from; null where they are those of the name in UTF-8.</summary>
    public byte[]? BytesOf(string name) => _bytes.GetValueOrDefault(name);

    public override int GetByteCount(char[] chars, int index, int count) => Strict.GetByteCount(chars, index, count);

    public override int GetBytes(char[] chars, int charIndex, int charCount, byte[] bytes, int byteIndex) => Strict.GetBytes(chars, charIndex, charCount, bytes, byteIndex);

    public override int GetCharCount(byte[] bytes, int index, int count) => Of(bytes, index, count).GetCharCount(bytes, index, count);

    public override int GetChars(byte[] bytes, int byteIndex, int byteCount, char[] chars, int charIndex)
    {
        var read = Of(bytes, byteIndex, byteCount);
        var count = read.GetChars(bytes, byteIndex, byteCount, chars, charIndex);
        if (read != Strict)
        {
            var name = new string(chars, charIndex, count);
            var raw = bytes.AsSpan(byteIndex, byteCount);
            if (!raw.SequenceEqual(UTF8.GetBytes(name)))
            {
                _bytes[name] = raw.ToArray();
            }
        }

        return count;
    }

    public override int GetMaxByteCount(int charCount) => Strict.GetMaxByteCount(charCount);

    public override int GetMaxCharCount(int byteCount) => Math.Max(Strict.GetMaxCharCount(byteCount), Chinese.GetMaxCharCount(byteCount));

    private Encoding Of(byte[] bytes, int index, int count)
    {
        try
        {
            if (!IsChinese)
            {
                Strict.GetCharCount(bytes, index, count);
                return Strict;
            }
        }
        catch (DecoderFallbackException)
        {
            IsChinese = true;
        }

        return Chinese;
    }
}
