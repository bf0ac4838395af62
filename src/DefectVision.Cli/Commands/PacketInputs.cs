using System.CommandLine;
using DefectVision.Cases.Packing;
using DefectVision.Evidence.Packets;
using DefectVision.Imaging.Withholding;

namespace DefectVision.Cli.Commands;

/// <summary>What every command that makes a packet is told in the same words.</summary>
internal sealed class PacketInputs
{
    private readonly Argument<string> _folder = CaseArgument.Build();
    private readonly Option<string?> _shipment = new("--shipment") { Description = "where the shipment is now; default: where it was inspected" };
    private readonly Option<OriginalsWanted> _originals = new("--originals") { Description = "which photos go into the packet: flagged (all photos of items flagged by the model or shown defective) or all" };
    private readonly Option<string?> _key = new("--key") { Description = $"sign the packet with this certificate and private key (PEM or PFX, ECDSA or RSA); a password is read from {KeyPassword.Variable}" };
    private readonly Option<string?> _by = new("--by") { Description = "who makes the packet, for its log; default: the buyer of the agreement" };
    private readonly Option<bool> _overwrite = new("--overwrite") { Description = "replace an existing packet, with its signature and timestamps" };
    private readonly Option<MetadataKinds> _redact = new("--redact") { Description = "metadata to take out of the copies of photos, which keep the same pixels: gps, exif-serial, personal (names, programs and free text, which may repeat the other two), or several with commas between; makers' notes, XMP, IPTC and thumbnails go with any of them; each original's hash is kept", CustomParser = Patterns.Metadata };
    private readonly Option<string?> _regions = new("--redact-regions") { Description = "regions to blacken in the copies of photos (path,x,y,width,height,reason; pixels of the upright photo); such a copy is a PNG" };
    private readonly Option<DateTimeOffset?> _asOf = new("--as-of") { Description = "the date that the packet carries; default: that of the inspection", CustomParser = Patterns.Time };

    public void AddTo(Command command)
    {
        command.Add(_folder);
        foreach (var option in (Option[])[_shipment, _originals, _key, _by, _overwrite, _redact, _regions, _asOf])
        {
            command.Add(option);
        }
    }

    /// <summary>Null: the packet is not signed.</summary>
    public SigningKey? Key(ParseResult parsed) => parsed.GetValue(_key) is { } file ? SigningKey.Read(file, KeyPassword.Read()) : null;

    public PackRequest Request(ParseResult parsed, SigningKey? key) => new(CaseArgument.Folder(parsed, _folder))
    {
        Shipment = parsed.GetValue(_shipment),
        Originals = parsed.GetValue(_originals),
        Key = key,
        By = parsed.GetValue(_by),
        Overwrite = parsed.GetValue(_overwrite),
        AsOf = parsed.GetValue(_asOf),
        Withheld = parsed.GetValue(_redact),
        RegionsFile = parsed.GetValue(_regions) is { } regions ? File.Exists(regions) ? Path.GetFullPath(regions) : throw new FileNotFoundException($"{regions}: no such file") : null,
    };
}
