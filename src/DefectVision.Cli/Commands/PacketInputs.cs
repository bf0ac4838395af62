using System.CommandLine;
using DefectVision.Evidence.Packets;
using DefectVision.Pipeline.Intake;

namespace DefectVision.Cli.Commands;

/// <summary>What every command that makes a packet is told in the same words.</summary>
internal sealed class PacketInputs
{
    private readonly Option<OriginalsWanted> _originals = new("--originals") { Description = "which photos go into the packet: flagged (all photos of items flagged by the model or found defective by a reader) or all" };
    private readonly Option<string?> _key = new("--key") { Description = $"sign the packet with this certificate and private key (PEM or PFX, ECDSA or RSA); a password is read from {KeyPassword.Variable}" };
    private readonly Option<string?> _by = new("--by") { Description = "who makes the packet, for its log; default: the buyer of the agreement" };
    private readonly Option<bool> _overwrite = new("--overwrite") { Description = "replace a packet that lies there, with its signature and timestamps" };

    public void AddTo(Command command)
    {
        foreach (var option in (Option[])[_originals, _key, _by, _overwrite])
        {
            command.Add(option);
        }
    }

    /// <exception cref="UsageException">A packet lies there, and nobody said that it may be replaced.</exception>
    public void RefuseToReplace(ParseResult parsed, string folder)
    {
        if (Path.Exists(Path.Combine(folder, PacketWriter.FolderName)) && !parsed.GetValue(_overwrite))
        {
            throw new UsageException($"{Path.GetFileName(folder)}: found a packet already there, wanted none (or --overwrite, which takes its signature and timestamps away)");
        }
    }

    /// <summary>Null: the packet is not signed.</summary>
    public SigningKey? Key(ParseResult parsed) => parsed.GetValue(_key) is { } file ? SigningKey.Read(file, KeyPassword.Read()) : null;

    /// <param name="intake">What the inspection was told to read.</param>
    /// <param name="agreementFile">Null when there is none.</param>
    public PacketOptions Options(ParseResult parsed, IntakeOptions intake, string? agreementFile, string modelFile, SigningKey? key) => new(intake.OutFolder, intake.Folder, PacketAnswered.Product)
    {
        Originals = parsed.GetValue(_originals),
        Key = key,
        By = parsed.GetValue(_by),
        AgreementFile = agreementFile,
        ConfirmedFile = intake.ConfirmedPath,
        ReadConfirmed = Confirmations.Read,
        DrawFile = intake.DrawPath,
        MeasurementsFile = intake.MeasurementsPath,
        TestsFile = intake.TestsPath,
        ThirdPartyFile = intake.ThirdPartyPath,
        ModelFile = modelFile,
        Overwrite = parsed.GetValue(_overwrite),
    };
}
