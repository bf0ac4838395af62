using System.Buffers.Binary;
using System.Text;
using DefectVision.Fixtures;
using DefectVision.Pipeline.Intake;

namespace DefectVision.Pipeline.Tests;

/// <summary>Rule: when a photo was taken travels with it, in the journal too, and an answer given before is named (EXIF 2.32, 4.6.5: DateTimeOriginal, OffsetTimeOriginal).</summary>
public sealed class CaptureTimeTests
{
    [Fact]
    public void The_time_of_capture_is_on_the_record_and_stays_there_when_a_run_resumes()
    {
        using var shipment = new Shipment();
        shipment.Put("lot/1_front.jpg", Taken(Photos.Good(1), "2026:11:20 09:30:00", "+08:00"));
        shipment.Put("lot/2_front.jpg", Photos.Good(2));
        string?[] expected = ["2026-11-20T09:30:00+08:00", null];
        Assert.Equal(expected, shipment.Inspect().Files.Select(file => file.Facts!.CapturedAt));
        Assert.Equal(expected, shipment.Inspect().Files.Select(file => file.Facts!.CapturedAt));
    }

    [Theory]
    [InlineData("2026-11-20T01:30:00Z", 0)]
    [InlineData("2026-11-20T01:29:00Z", 1)]
    [InlineData("2026-11-24T08:01:00Z", 1)]
    public void Answers_at_times_that_cannot_be_are_notes_on_the_record(string time, int notes)
    {
        using var shipment = new Shipment();
        shipment.Put("lot/1_front.jpg", Taken(Photos.Good(1), "2026:11:20 09:30:00", "+08:00"));
        shipment.Put(Confirmations.FileName, $"item,confirmed,reader,time\n1_front.jpg,no,Li,{time}\n");
        Assert.Equal(notes, shipment.Inspect().Notes.Count);
    }

    // TIFF 6.0, little endian: one directory that points to the EXIF directory, which holds the two texts.
    private static byte[] Taken(byte[] jpeg, string time, string offset)
    {
        var tiff = new byte[100];
        "II"u8.CopyTo(tiff);
        Short(2, 42);
        Long(4, 8);
        Short(8, 1);
        Field(10, 0x8769, 4, 1, 26);
        Short(26, 2);
        Text(28, 0x9003, time, 60);
        Text(40, 0x9011, offset, 82);
        byte[] segment = [.. "Exif\0\0"u8, .. tiff];
        return [.. jpeg.AsSpan(0, 2), 0xFF, 0xE1, 0, (byte)(segment.Length + 2), .. segment, .. jpeg.AsSpan(2)];

        void Short(int at, ushort value) => BinaryPrimitives.WriteUInt16LittleEndian(tiff.AsSpan(at), value);

        void Long(int at, int value) => BinaryPrimitives.WriteInt32LittleEndian(tiff.AsSpan(at), value);

        void Field(int at, ushort tag, ushort type, int length, int value)
        {
            Short(at, tag);
            Short(at + 2, type);
            Long(at + 4, length);
            Long(at + 8, value);
        }

        void Text(int at, ushort tag, string text, int place)
        {
            Field(at, tag, 2, text.Length + 1, place);
            Encoding.ASCII.GetBytes(text).CopyTo(tiff, place);
        }
    }
}
