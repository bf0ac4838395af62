using System.Net.Sockets;

namespace DefectVision.Hostile.Making;

/// <summary>What lies in a folder and is no plain file, or may not be read: links to everywhere, pipes, sockets, devices, folders without end, files that another program holds.</summary>
internal static class OddPlaces
{
    private const int Deep = 60;

    // Of folders with the longest names that there may be, so many that the last cannot be listed (PATH_MAX is 4096), and the one before can.
    private const int BeyondAnyPath = 17;

    private static readonly string Long = new('x', 250);

    private const UnixFileMode None = 0;

    /// <summary>Puts them, and holds what is held until it is disposed.</summary>
    /// <param name="outside">Full path of a photo outside the folder.</param>
    /// <param name="isAdministrator">Devices can be made.</param>
    public static List<IDisposable> Put(Shelf shelf, Photos photos, string outside, bool isAdministrator)
    {
        var number = 3000;
        shelf.Put("deep folder", $"deep/{string.Join('/', Enumerable.Range(0, Deep).Select(level => FormattableString.Invariant($"d{level:00}")))}/a_front.jpg", photos.Fresh(number++));
        Libc.MakeDeep(Directory.CreateDirectory(Path.Combine(shelf.Root, "deeper")).FullName, Long, BeyondAnyPath);
        shelf.Expect($"deeper/{string.Join('/', Enumerable.Repeat(Long, BeyondAnyPath))}");

        shelf.Put("link", "links/real_a.jpg", photos.Fresh(number++));
        foreach (var (name, target) in new (string, string)[]
        {
            ("inside_a.jpg", "real_a.jpg"), ("outside_a.jpg", outside), ("passwd_a.jpg", "/etc/passwd"), ("loop 1.jpg", "loop 2.jpg"), ("loop 2.jpg", "loop 1.jpg"), ("itself.jpg", "itself.jpg"), ("this folder", "."), ("up", "../.."),
            ("root", "/"), ("zero_a.jpg", "/dev/zero"), ("random.jpg", "/dev/random"), ("stdin.jpg", "/dev/stdin"), ("full.jpg", "/dev/full"), ("memory.jpg", "/proc/self/mem"), ("core.jpg", "/proc/kcore"), ("messages.jpg", "/proc/kmsg"),
            ("nothing.jpg", "is not here"), ("pipe.jpg", "../pipes/pipe_a.jpg"), ("zip.zip", "../zips/whole.zip"), ("through.jpg", "up/outside.jpg"), ("long.jpg", new string('y', 4000)), ("sysfs.jpg", "/sys/kernel/notes"),
        })
        {
            File.CreateSymbolicLink(shelf.New("link", $"links/{name}"), target);
        }

        foreach (var inner in (string[])["a_front.jpg", "b_front.jpg", "inner.zip"])
        {
            shelf.Expect($"links/zip/{inner}");
        }

        for (var copy = 0; copy < 20; copy++)
        {
            Libc.MakeHardLink(shelf.Full("links/real_a.jpg"), shelf.New("hard link", FormattableString.Invariant($"links/hard {copy:00}_a.jpg")));
        }

        foreach (var name in (string[])["pipe_a.jpg", "pipe", "pipe.zip", "pipe.csv", "photos.csv", "pipe.xlsx", ".pipe.jpg", "pipe.heic"])
        {
            Libc.MakePipe(shelf.New("pipe", $"pipes/{name}"));
        }

        List<IDisposable> held = [];
        foreach (var name in (string[])["socket_a.jpg", "socket", "socket.zip"])
        {
            held.Add(Listening(shelf.New("socket", $"pipes/{name}")));
        }

        if (isAdministrator)
        {
            foreach (var (name, major, minor) in new (string, int, int)[] { ("null_a.jpg", 1, 3), ("zero_a.jpg", 1, 5), ("random_a.jpg", 1, 8), ("terminal_a.jpg", 5, 0), ("zero.zip", 1, 5) })
            {
                _ = Libc.MakeDevice(shelf.New("device", $"devices/{name}"), major, minor);
            }
        }

        foreach (var name in (string[])["secret_a.jpg", "secret.zip", "secret.txt", "secret.heic"])
        {
            File.SetUnixFileMode(shelf.Put("unreadable", $"closed/{name}", photos.Fresh(number++)), None);
        }

        var closed = shelf.Full("closed/folder/hidden_a.jpg");
        File.WriteAllBytes(closed, photos.Fresh(number++));
        File.SetUnixFileMode(Path.GetDirectoryName(closed)!, None);
        shelf.Expect("closed/folder");
        var blind = shelf.Full("closed/names only/hidden_a.jpg");
        File.WriteAllBytes(blind, photos.Fresh(number++));
        File.SetUnixFileMode(Path.GetDirectoryName(blind)!, UnixFileMode.UserRead);
        shelf.Expect("closed/names only");

        foreach (var (name, content) in new (string, byte[])[] { ("locked_a.jpg", photos.Fresh(number++)), ("locked.zip", photos.Fresh(number++)), ("locked.csv", [.. "a,b\n"u8]), ("locked.pdf", [.. "%PDF-1.7"u8]) })
        {
            held.Add(new FileStream(shelf.Put("locked", $"locked/{name}", content), FileMode.Open, FileAccess.ReadWrite, FileShare.None));
        }

        return held;
    }

    // A path of a socket has at most 107 bytes: it is bound under a short one and moved.
    private static Socket Listening(string path)
    {
        var brief = Path.Combine(Path.GetTempPath(), FormattableString.Invariant($"dv{Environment.ProcessId}.sock"));
        var socket = new Socket(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified);
        socket.Bind(new UnixDomainSocketEndPoint(brief));
        File.Move(brief, path);
        return socket;
    }
}
