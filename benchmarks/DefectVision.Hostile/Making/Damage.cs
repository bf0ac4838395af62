using DefectVision.Statistics;

namespace DefectVision.Hostile.Making;

/// <summary>Photos that a transfer, a card or a disk has damaged: broken off, filled up with zeros, with flipped bits, with bytes put in, taken out or overwritten.</summary>
internal static class Damage
{
    private const int Steps = 48;

    /// <summary>Every offset in the header, and steps through the rest, for all formats.</summary>
    public static void PutOffsets(Shelf shelf, Photos photos)
    {
        foreach (var form in photos.Forms)
        {
            var bytes = form.Bytes;
            var offsets = Enumerable.Range(1, 40).Concat(Enumerable.Range(1, Steps - 1).Select(step => bytes.Length * step / Steps)).Concat(Enumerable.Range(1, 16).Select(back => bytes.Length - back)).Distinct();
            foreach (var offset in offsets.Where(offset => offset < bytes.Length))
            {
                shelf.Put("broken off", FormattableString.Invariant($"broken off/{form.Name}/{offset:000000}{form.Ending}"), bytes.AsSpan(0, offset));
            }

            for (var step = 1; step < Steps / 2; step++)
            {
                var zeroed = (byte[])bytes.Clone();
                zeroed.AsSpan(bytes.Length * 2 * step / Steps).Clear();
                shelf.Put("tail of zeros", FormattableString.Invariant($"zeros/{form.Name}/{step:000}{form.Ending}"), zeroed);
            }
        }
    }

    /// <summary>As many damaged photos as are wanted, of each format in turn.</summary>
    public static void PutRandom(Shelf shelf, Photos photos, PinnedGenerator random, int count)
    {
        for (var number = 0; number < count; number++)
        {
            var form = photos.Forms[number % photos.Forms.Count];
            var (kind, bytes) = (number / photos.Forms.Count % 4) switch
            {
                0 => ("flipped bits", Flipped(form.Bytes, random)),
                1 => ("bytes put in", PutIn(form.Bytes, random)),
                2 => ("bytes taken out", TakenOut(form.Bytes, random)),
                _ => ("bytes overwritten", Overwritten(form.Bytes, random)),
            };
            shelf.Put(kind, FormattableString.Invariant($"{kind}/{form.Name}/{number:00000}{form.Ending}"), bytes);
        }
    }

    public static byte[] Noise(PinnedGenerator random, int count)
    {
        var noise = new byte[count];
        for (var at = 0; at < count; at++)
        {
            noise[at] = (byte)random.NextUInt32();
        }

        return noise;
    }

    // Half of them in the header, where a bit says most.
    private static byte[] Flipped(byte[] bytes, PinnedGenerator random)
    {
        var flipped = (byte[])bytes.Clone();
        for (var flips = 1 + random.NextInt(8); flips > 0; flips--)
        {
            flipped[random.NextInt(random.NextInt(2) == 0 ? Math.Min(700, bytes.Length) : bytes.Length)] ^= (byte)(1 << random.NextInt(8));
        }

        return flipped;
    }

    private static byte[] PutIn(byte[] bytes, PinnedGenerator random)
    {
        var at = random.NextInt(bytes.Length);
        return [.. bytes.AsSpan(0, at), .. Noise(random, 1 + random.NextInt(64)), .. bytes.AsSpan(at)];
    }

    private static byte[] TakenOut(byte[] bytes, PinnedGenerator random)
    {
        var at = random.NextInt(bytes.Length);
        return [.. bytes.AsSpan(0, at), .. bytes.AsSpan(Math.Min(bytes.Length, at + 1 + random.NextInt(64)))];
    }

    private static byte[] Overwritten(byte[] bytes, PinnedGenerator random)
    {
        var changed = (byte[])bytes.Clone();
        var at = random.NextInt(bytes.Length);
        Noise(random, Math.Min(1 + random.NextInt(256), bytes.Length - at)).CopyTo(changed.AsSpan(at));
        return changed;
    }
}
