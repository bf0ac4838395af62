using DefectVision.Fuzz;
using DefectVision.Fuzz.Making;
using DefectVision.Fuzz.Targets;
using SharpFuzz;

switch (args)
{
    case ["under-afl", var name] when AllTargets.Named(name) is { } target:
        Fuzzer.OutOfProcess.Run(stream => target.Value.Run(Whole(stream)));
        return 0;
    case ["replay", var name, .. var inputs] when AllTargets.Named(name) is { } target:
        return Replay.Of(target.Value, inputs);
    case ["seeds", var folder]:
        SeedFolder.Write(folder);
        return 0;
    default:
        Console.Error.WriteLine($"wanted: replay TARGET INPUT... (files or folders), seeds FOLDER, or under-afl TARGET; the targets are {string.Join(", ", AllTargets.Names)}");
        return 2;
}

static byte[] Whole(Stream stream)
{
    using var content = new MemoryStream();
    stream.CopyTo(content);
    return content.ToArray();
}
