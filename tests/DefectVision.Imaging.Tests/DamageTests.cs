using System.Buffers.Binary;
using DefectVision.Imaging.Decoding;

namespace DefectVision.Imaging.Tests;

/// <summary>
/// Rule: a photo whose data was changed after it was written is damaged, not defective; a photo that was only cut is truncated; one that is whole is neither.
/// Sources: ITU-T T.81 (JPEG), ISO/IEC 15948 (PNG), RFC 9649 (WebP).
/// </summary>
public sealed class DamageTests : IDisposable
{
    private static readonly InputRecipe Recipe = new(InputRecipe.CurrentVersion, 32, 24);
    private readonly PhotoReader _reader = new(DecodeLimits.Default);
    private readonly float[] _input = new float[Recipe.Length];
    private readonly byte[] _jpeg;
    private readonly int _data;

    public DamageTests()
    {
        using var noise = Pictures.Noise(160, 120);
        _jpeg = Pictures.Encode(noise, "jpeg");
        _data = Data(_jpeg);
    }

    public void Dispose() => _reader.Dispose();

    [Fact]
    public void A_whole_photo_is_whole() => Assert.Equal((JpegState.Whole, null), JpegWalk.Of(_jpeg));

    // Found by fuzzing: a progressive frame of 3.9 gigapixels took 741 MB before anybody asked for its size. T.81, table B.2, gives such a frame 4 components at most.
    [Theory]
    [InlineData(60_440, 65_320, 3, nameof(JpegState.Unknown))]
    [InlineData(22_361, 22_361, 3, nameof(JpegState.Unknown))]
    [InlineData(1_024, 1_024, 5, nameof(JpegState.Damaged))]
    [InlineData(1_024, 1_024, 255, nameof(JpegState.Damaged))]
    [InlineData(1_024, 1_024, 4, nameof(JpegState.Damaged))]
    public void A_progressive_frame_that_no_photo_has_takes_no_memory(int height, int width, byte components, string state)
    {
        const long Most = 8L << 20;
        byte[] file =
        [
            0xFF, 0xD8, 0xFF, 0xC2, (byte)((8 + (3 * components)) >> 8), (byte)(8 + (3 * components)), 8, (byte)(height >> 8), (byte)height, (byte)(width >> 8), (byte)width, components,
            .. Enumerable.Range(1, components).SelectMany(number => new byte[] { (byte)number, 0x11, 0 }), 0xFF, 0xDA, 0, 8, 1, 1, 0, 0, 0x3F, 0, 0,
        ];
        var before = GC.GetAllocatedBytesForCurrentThread();
        var (found, fault) = JpegWalk.Of(file);
        Assert.Equal(state, found.ToString());
        Assert.Equal(components > 4, fault?.EndsWith("components", StringComparison.Ordinal) == true);
        Assert.IsNotType<PhotoReading.Readable>(_reader.ReadPicture(file, 32).Reading);
        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, Most);
    }

    [Fact]
    public void Sixteen_damaged_bytes_of_coded_data_are_damage_and_never_a_photo()
    {
        var state = 16u;
        for (var attempt = 0; attempt < 64; attempt++)
        {
            var file = (byte[])_jpeg.Clone();
            for (var change = 0; change < 16; change++)
            {
                file[_data + (int)(Next() % (uint)(file.Length - 2 - _data))] = (byte)(Next() >> 8);
            }

            Assert.IsNotType<PhotoReading.Readable>(_reader.Read(file, Recipe, _input));
        }

        uint Next() => (state = (state * 1664525) + 1013904223) >> 8;
    }

    // A bitmap keeps no checksum, and begins with its lowest row unless its height is negative (BITMAPINFOHEADER).
    [Theory]
    [InlineData(40, "topmost 50 %")]
    [InlineData(-40, "lowest 50 %")]
    public void A_bitmap_whose_end_is_zeros_is_damaged(int height, string where)
    {
        const int Width = 60;
        var size = 54 + (3 * Width * 40);
        var file = new byte[size];
        "BM"u8.CopyTo(file);
        BinaryPrimitives.WriteInt32LittleEndian(file.AsSpan(2), size);
        BinaryPrimitives.WriteInt32LittleEndian(file.AsSpan(10), 54);
        BinaryPrimitives.WriteInt32LittleEndian(file.AsSpan(14), 40);
        BinaryPrimitives.WriteInt32LittleEndian(file.AsSpan(18), Width);
        BinaryPrimitives.WriteInt32LittleEndian(file.AsSpan(22), height);
        BinaryPrimitives.WriteInt16LittleEndian(file.AsSpan(26), 1);
        BinaryPrimitives.WriteInt16LittleEndian(file.AsSpan(28), 24);
        for (var at = 54; at < size; at++)
        {
            file[at] = (byte)(((uint)at * 2654435761) >> 24);
        }

        Assert.IsType<PhotoReading.Readable>(_reader.Read(file, Recipe, _input));
        file.AsSpan(54 + (3 * Width * 20)).Clear();
        Assert.Contains(where, Assert.IsType<PhotoReading.Damaged>(_reader.Read(file, Recipe, _input)).Reason, StringComparison.Ordinal);
    }

    // As a transfer in text mode does it.
    [Fact]
    public void Line_ends_that_a_transfer_changed_are_damage()
    {
        var file = _jpeg.SelectMany(value => value == '\n' ? new byte[] { (byte)'\r', (byte)'\n' } : [value]).ToArray();
        Assert.True(file.Length > _jpeg.Length);
        Assert.IsNotType<PhotoReading.Readable>(_reader.Read(file, Recipe, _input));
    }

    [Fact]
    public void Bytes_behind_the_last_block_are_damage_and_fill_bytes_before_a_marker_are_none()
    {
        byte[] more = [.. _jpeg[..^2], 0x12, 0x34, .. _jpeg[^2..]];
        var damaged = Assert.IsType<PhotoReading.Damaged>(_reader.Read(more, Recipe, _input));
        Assert.Contains("2 bytes of coded data are left over", damaged.Reason, StringComparison.Ordinal);
        byte[] filled = [.. _jpeg[..^2], 0xFF, 0xFF, .. _jpeg[^2..]];
        Assert.IsType<PhotoReading.Readable>(_reader.Read(filled, Recipe, _input));
    }

    // As motion photos keep it: the picture, then a film (ISO/IEC 14496-12), whose boxes may be filled with zeros. The same zeros in the picture's place are a cut photo.
    [Theory]
    [InlineData(0)]
    [InlineData(31)]
    [InlineData(4096)]
    public void A_film_behind_a_whole_picture_is_no_damage_whatever_it_ends_in(int zeros)
    {
        byte[] film = [0, 0, 0, 16, .. "ftypmp42"u8, 0, 0, 0, 0, .. new byte[zeros]];
        Assert.IsType<PhotoReading.Readable>(_reader.Read([.. _jpeg, .. film], Recipe, _input));
        Assert.IsType<PhotoReading.Readable>(_reader.Read([.. _jpeg, .. new byte[zeros]], Recipe, _input));
        Assert.IsType<PhotoReading.Truncated>(_reader.Read([.. _jpeg[..(_jpeg.Length * 3 / 4)], .. new byte[zeros]], Recipe, _input));
    }

    [Fact]
    public void A_foreign_marker_within_the_data_is_damage()
    {
        var file = (byte[])_jpeg.Clone();
        (file[_data + 200], file[_data + 201]) = (0xFF, 0xC4);
        Assert.IsType<PhotoReading.Damaged>(_reader.Read(file, Recipe, _input));
    }

    [Fact]
    public void Without_its_end_marker_a_photo_is_read_and_remarked()
    {
        var readable = Assert.IsType<PhotoReading.Readable>(_reader.Read(_jpeg.AsSpan(0, _jpeg.Length - 2), Recipe, _input));
        Assert.Contains("end marker is missing", readable.Remark, StringComparison.Ordinal);
        Assert.Null(Assert.IsType<PhotoReading.Readable>(_reader.Read(_jpeg, Recipe, _input)).Remark);
    }

    [Fact]
    public void A_block_brighter_than_white_is_damage()
    {
        // Steps of the mean twice as large: what was written as white is brighter than white.
        using var flag = Pictures.Flag(64, 64);
        var file = Pictures.Encode(flag, "jpeg");
        Assert.Equal(JpegState.Whole, JpegWalk.Of(file).State);
        var table = file.AsSpan().IndexOf([(byte)0xFF, (byte)0xDB]) + 5;
        file[table] = byte.MaxValue;
        Assert.Equal((JpegState.Damaged, "a block is brighter than white or darker than black"), JpegWalk.Of(file));
    }

    [Theory]
    [InlineData("IDAT")]
    [InlineData("IHDR")]
    public void A_wrong_checksum_of_a_png_is_damage(string type)
    {
        using var noise = Pictures.Noise(80, 60);
        var file = Pictures.Encode(noise, "png");
        Assert.Null(PngChunks.Broken(file));
        var at = file.AsSpan().IndexOf(System.Text.Encoding.ASCII.GetBytes(type));
        var length = BinaryPrimitives.ReadInt32BigEndian(file.AsSpan(at - 4));
        file[at + 4 + length] ^= 1;
        Assert.Equal(type, PngChunks.Broken(file));
        Assert.IsNotType<PhotoReading.Readable>(_reader.Read(file, Recipe, _input));
    }

    // Reference: the check value of CRC-32/ISO-HDLC for "123456789".
    [Fact]
    public void The_checksum_is_that_of_the_standard() => Assert.Equal(0xCBF43926, PngChunks.Checksum("123456789"u8));

    [Fact]
    public void A_webp_whose_tail_is_zeros_is_truncated()
    {
        using var noise = Pictures.Noise(160, 120);
        var file = Pictures.Encode(noise, "webp");
        Assert.IsType<PhotoReading.Readable>(_reader.Read(file, Recipe, _input));
        file.AsSpan(file.Length * 3 / 4).Clear();
        Assert.IsType<PhotoReading.Truncated>(_reader.Read(file, Recipe, _input));
    }

    [Theory]
    [InlineData(128, 30, true)]
    [InlineData(0, 30, true)]
    [InlineData(128, 1, false)]
    [InlineData(90, 30, false)]
    public void A_picture_that_ends_in_the_even_value_of_missing_data_is_damaged(byte value, int rows, bool isDamaged)
    {
        using var noise = Pictures.Noise(160, 120);
        for (var y = 120 - rows; y < 120; y++)
        {
            for (var x = 0; x < 160; x++)
            {
                noise.SetPixel(x, y, new SkiaSharp.SKColor(value, value, value));
            }
        }

        Assert.Equal(isDamaged, _reader.Read(Pictures.Encode(noise, "png"), Recipe, _input) is PhotoReading.Damaged);
    }

    [Fact]
    public void A_thing_on_an_even_ground_is_no_damage()
    {
        using var mask = new SkiaSharp.SKBitmap(64, 64);
        using (var canvas = new SkiaSharp.SKCanvas(mask))
        using (var white = new SkiaSharp.SKPaint { Color = SkiaSharp.SKColors.White })
        {
            canvas.Clear(SkiaSharp.SKColors.Black);
            canvas.DrawRect(16, 0, 16, 20, white);
        }

        Assert.IsType<PhotoReading.Readable>(_reader.Read(Pictures.Encode(mask, "png"), Recipe, _input));
    }

    private static int Data(byte[] jpeg)
    {
        var scan = jpeg.AsSpan().LastIndexOf([(byte)0xFF, (byte)0xDA]);
        return scan + 2 + BinaryPrimitives.ReadUInt16BigEndian(jpeg.AsSpan(scan + 2));
    }
}
