using DefectVision.Claims;
using DefectVision.Evidence.Packets;

namespace DefectVision.Cases.Claiming;

/// <summary>A claim that was made.</summary>
/// <param name="Claim">What is asked, how much, by when, with what proof.</param>
/// <param name="Files">Names of its files, in ordinal order.</param>
/// <param name="Packet">The packet with the letters in it.</param>
public sealed record ClaimAnswer(Claim Claim, IReadOnlyList<string> Files, PacketMade Packet);
