using DefectVision.Hostile.Running;

namespace DefectVision.Hostile.Attacks;

/// <summary>Disks of many sizes that run full. The command says so by its exit code; with enough room the same command goes on, to the same outputs.</summary>
internal static class DiskAttack
{
    private const int NoRoom = 74;

    /// <param name="sizes">How many sizes.</param>
    /// <param name="photos">Of the shipment.</param>
    /// <returns>Whether all of it held; true where disks cannot be made.</returns>
    public static bool Run(int sizes, int photos)
    {
        var result = new ResultFile("Full disks", "Outputs on a disk (tmpfs) of a size between a page and what they need. The command has to end with 74, or as it would with room; then the disk grows, and the same command has to end with the outputs of an uninterrupted run.");
        if (!NormalUser.IsAdministrator)
        {
            result.Say("Not run: only the administrator can make disks.");
            return true;
        }

        using var place = new Workplace(photos);
        var whole = place.Dated("whole").Run();
        var wanted = Outputs.Of(Path.Combine(place.Out, "whole"));
        var room = Directory.GetFiles(Path.Combine(place.Out, "whole"), "*", SearchOption.AllDirectories).Sum(path => (new FileInfo(path).Length + 4095) / 4096 * 4096);
        var faults = new List<string>();
        var codes = new SortedDictionary<int, int>();
        for (var number = 0; number < sizes; number++)
        {
            // By squares: most is written late, and small disks fail in other places.
            var bytes = 4096 + (long)(1.1 * room * number * number / ((double)(sizes - 1) * (sizes - 1)));
            var name = FormattableString.Invariant($"disk {number:00}");
            var disk = Path.Combine(place.Out, name);
            Directory.CreateDirectory(disk);
            Shell.Run("mount", "-t", "tmpfs", "-o", FormattableString.Invariant($"size={bytes},mode=777"), "tmpfs", disk);
            try
            {
                var full = place.Dated(name).Run();
                codes[full.Code] = codes.GetValueOrDefault(full.Code) + 1;
                if (full.Code != NoRoom && full.Code != whole.Code)
                {
                    faults.Add(FormattableString.Invariant($"{name}, {bytes} bytes: exit code {full.Code}, {full.LastWord}"));
                }

                Shell.Run("mount", "-o", "remount,size=1G", disk);
                var end = place.Dated(name).Run();
                faults.AddRange(end.Code == whole.Code
                    ? Outputs.Differing(wanted, Outputs.Of(disk)).Select(path => FormattableString.Invariant($"{name}, {bytes} bytes: {path}"))
                    : [FormattableString.Invariant($"{name}, {bytes} bytes, with room: exit code {end.Code}, {end.LastWord}")]);
            }
            finally
            {
                Shell.Run("umount", disk);
            }
        }

        result.Say($"{photos} files, whose outputs take {room / 1e6:0.0} MB; exit code {whole.Code}, {wanted.Count} outputs compared.");
        result.Say(string.Empty);
        result.Say("| disks | exit codes | went on to the same bytes | lost |");
        result.Say("|---|---|---|---|");
        var lost = faults.Select(fault => fault.Split(',')[0]).Distinct().Count();
        result.Say($"| {sizes} | {string.Join(", ", codes.Select(code => $"{code.Value} times {code.Key}"))} | {sizes - lost} | {lost} |");
        result.SayFaults(faults);
        result.Write("disks");
        return faults.Count == 0;
    }
}
