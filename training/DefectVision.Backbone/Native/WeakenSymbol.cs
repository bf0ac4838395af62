using System;
using System.IO;
using System.Text;
using Microsoft.Build.Framework;
using Microsoft.Build.Utilities;

/// <summary>
/// A build task. Makes one undefined symbol of a 64-bit little-endian ELF library weak, and the version that it asks for, so that the loader goes on
/// where the system has neither. Compiled by MSBuild, not part of the program.
/// </summary>
/// <remarks>Source: System V ABI, ELF-64 object file format; symbol versioning: Linux Standard Base core specification, 10.7.</remarks>
public sealed class WeakenSymbol : Task
{
    private const uint DynamicSymbols = 11;
    private const uint VersionNeeds = 0x6ffffffe;
    private const byte Weak = 2;

    /// <summary>The library, which is changed in place.</summary>
    [Required]
    public string Library { get; set; } = "";

    [Required]
    public string Symbol { get; set; } = "";

    /// <summary>The version name that the symbol asks for.</summary>
    [Required]
    public string Version { get; set; } = "";

    public override bool Execute()
    {
        var elf = File.ReadAllBytes(Library);
        if (elf.Length < 64 || BitConverter.ToUInt32(elf, 0) != 0x464c457f || elf[4] != 2 || elf[5] != 1)
        {
            Log.LogError("{0}: found no 64-bit little-endian ELF file", Library);
            return false;
        }

        var changed = false;
        var sections = (long)BitConverter.ToUInt64(elf, 40);
        int size = BitConverter.ToUInt16(elf, 58), count = BitConverter.ToUInt16(elf, 60);
        for (var i = 0; i < count; i++)
        {
            var header = (int)(sections + (i * size));
            var type = BitConverter.ToUInt32(elf, header + 4);
            if (type is DynamicSymbols or VersionNeeds)
            {
                var strings = (int)BitConverter.ToUInt64(elf, (int)(sections + (BitConverter.ToUInt32(elf, header + 40) * size)) + 24);
                var start = (int)BitConverter.ToUInt64(elf, header + 24);
                changed |= type == DynamicSymbols
                    ? WeakenIn(elf, start, (int)BitConverter.ToUInt64(elf, header + 32), strings)
                    : WeakenNeed(elf, start, strings);
            }
        }

        if (changed)
        {
            // A new file: the old one may be a link to the package's own copy, or be mapped by a running program.
            File.Delete(Library);
            File.WriteAllBytes(Library, elf);
        }

        return true;
    }

    private bool WeakenIn(byte[] elf, int start, int length, int strings)
    {
        var changed = false;
        for (var at = start; at < start + length; at += 24)
        {
            var undefined = BitConverter.ToUInt16(elf, at + 6) == 0;
            if (undefined && elf[at + 4] >> 4 != Weak && Text(elf, strings + BitConverter.ToInt32(elf, at)) == Symbol)
            {
                elf[at + 4] = (byte)((Weak << 4) | (elf[at + 4] & 15));
                changed = true;
            }
        }

        return changed;
    }

    private bool WeakenNeed(byte[] elf, int start, int strings)
    {
        var changed = false;
        for (int file = start, nextFile = 1; nextFile != 0; file += nextFile)
        {
            nextFile = BitConverter.ToInt32(elf, file + 12);
            for (int need = file + BitConverter.ToInt32(elf, file + 8), next = 1; next != 0; need += next)
            {
                next = BitConverter.ToInt32(elf, need + 12);
                if (Text(elf, strings + BitConverter.ToInt32(elf, need + 8)) == Version && (elf[need + 4] & Weak) == 0)
                {
                    elf[need + 4] |= Weak;
                    changed = true;
                }
            }
        }

        return changed;
    }

    private static string Text(byte[] elf, int at) => Encoding.ASCII.GetString(elf, at, Array.IndexOf<byte>(elf, 0, at) - at);
}
