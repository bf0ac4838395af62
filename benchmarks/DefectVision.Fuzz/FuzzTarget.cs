namespace DefectVision.Fuzz;

/// <summary>A reader of other people's files as a function from bytes to nothing. Every input ends quietly; what the reader throws beyond what it documents is a finding.</summary>
/// <param name="Name">As the command line has it, and as its folder of seeds is called.</param>
/// <param name="Read">Takes the input in.</param>
internal sealed record FuzzTarget(string Name, Action<byte[]> Read)
{
    /// <summary>What an input of a few kilobytes may take of managed memory, all in all: more is a way to exhaust a machine.</summary>
    private const long MostBytes = 600L << 20;

    /// <exception cref="TooMuchMemoryException">The reader asked for far more memory than the input is worth.</exception>
    public void Run(byte[] input)
    {
        var before = GC.GetTotalAllocatedBytes();
        Read(input);
        var taken = GC.GetTotalAllocatedBytes() - before;
        if (taken > MostBytes)
        {
            throw new TooMuchMemoryException(FormattableString.Invariant($"{input.Length:N0} bytes of input took {taken:N0} bytes of memory"));
        }
    }
}
