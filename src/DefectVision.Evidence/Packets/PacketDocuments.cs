using DefectVision.Imaging;

namespace DefectVision.Evidence.Packets;

/// <summary>A file to copy.</summary>
/// <param name="Name">In the packet.</param>
/// <param name="Source">Where it lies.</param>
/// <param name="Sha256">That the inspection gives for it; null where it gives none.</param>
internal sealed record PacketDocument(string Name, string Source, string? Sha256);

/// <summary>The documents of a packet.</summary>
/// <param name="Found">To copy.</param>
/// <param name="Missing">What a packet can hold and this one does not, in sentences.</param>
internal sealed record PacketDocuments(IReadOnlyList<PacketDocument> Found, IReadOnlyList<string> Missing)
{
    /// <exception cref="PacketException">A file of the inspection is missing.</exception>
    public static PacketDocuments Of(PacketOptions options)
    {
        var record = options.Record;
        var found = new List<PacketDocument>();
        var missing = new List<string>();
        foreach (var name in (string[])[EvidenceWriter.ReportName, EvidenceWriter.ResultsName, EvidenceWriter.SummaryName, EvidenceWriter.DefectLogName])
        {
            found.Add(new PacketDocument(name, Existing(options, name), null));
        }

        if (Path.Combine(options.InspectionFolder, EvidenceWriter.PdfName) is var pdf && File.Exists(pdf))
        {
            found.Add(new PacketDocument(EvidenceWriter.PdfName, pdf, null));
        }
        else
        {
            missing.Add($"{EvidenceWriter.PdfName}: the inspection wrote none");
        }

        if (record.Plan?.Sha256 is { } plan)
        {
            found.Add(new PacketDocument(EvidenceWriter.PlanName, Existing(options, EvidenceWriter.PlanName), plan));
        }

        Add(PacketNames.Agreement, options.AgreementFile, record.Agreement.Sha256, "what was agreed");

        // What readers confirmed is told by a list, by a review, or by both.
        if (record.Reviews is null || record.Confirmed?.WithoutReviews() is not null)
        {
            Add(PacketNames.Confirmed, options.ConfirmedFile, record.Confirmed?.WithoutReviews()?.Sha256, "what readers confirmed");
        }

        if (record.Reviews is { } log)
        {
            Add(PacketNames.Reviews, options.ReviewsFile, log.Sha256, "what readers confirmed");
        }

        Add(PacketNames.Draw, options.DrawFile, record.Draw?.Sha256, "which items were drawn");
        Add(PacketNames.Measurements, options.MeasurementsFile, record.Measured?.Sha256, "what was measured");
        Add(PacketNames.Tests, options.TestsFile, record.Tests?.Sha256, "what a laboratory or a test found");
        Add(PacketNames.ThirdParty, options.ThirdPartyFile, record.ThirdParty?.Sha256, "what a third party found");
        foreach (var document in NamedFile.Of(record))
        {
            AddNamed(document);
        }

        // The letters alone: what lies deeper is the buyer's own.
        var claim = Path.Combine(options.InspectionFolder, PacketNames.Claim);
        if (Directory.Exists(claim) && !IsOf(options.InspectionFolder, claim))
        {
            missing.Add($"{PacketNames.Claim}: it was made of an earlier state of the inspection (run claim again)");
        }
        else if (Directory.Exists(claim))
        {
            found.AddRange(Directory.GetFiles(claim).Order(StringComparer.Ordinal).Select(file => new PacketDocument($"{PacketNames.Claim}/{Path.GetFileName(file)}", file, null)));
        }

        if (record.Model is { } scored)
        {
            AddCard(options.ModelFile, scored.Sha256);
        }

        return new PacketDocuments(found, missing);

        void Add(string name, string? source, string? digest, string what)
        {
            if (digest is not null && source is not null)
            {
                found.Add(new PacketDocument(name, source, digest));
            }
            else if (digest is not null)
            {
                missing.Add($"{name}: the inspection rests on it (SHA-256 {digest}), and it was not at hand");
            }
            else
            {
                missing.Add($"{name}: the inspection had none, so nothing here shows {what}");
            }
        }

        void AddNamed(NamedFile document)
        {
            if ((document.List == PacketNames.Tests ? options.TestsFile : options.ThirdPartyFile) is { } list
                && Path.Combine([Path.GetDirectoryName(Path.GetFullPath(list))!, .. document.Path.Split('/')]) is var path && File.Exists(path))
            {
                found.Add(new PacketDocument(document.Name, path, document.Sha256));
            }
            else
            {
                missing.Add($"{document.Name}: {document.List} names it (SHA-256 {document.Sha256}), and it was not at hand");
            }
        }

        void AddCard(string? model, string digest)
        {
            var card = Path.ChangeExtension(model, ".md");
            if (model is null || !File.Exists(model) || !File.Exists(card))
            {
                missing.Add($"{PacketNames.ModelCard}: the model's card was not at hand");
                return;
            }

            using var stream = PlainFile.Opened(model);
            if (Digest.Of(stream) is var atHand && atHand == digest)
            {
                found.Add(new PacketDocument(PacketNames.ModelCard, card, null));
            }
            else
            {
                missing.Add($"{PacketNames.ModelCard}: the model at hand (SHA-256 {atHand}) is not the one that scored ({digest})");
            }
        }
    }

    // Letters that speak of other findings than the report beside them would be worse than none.
    private static bool IsOf(string inspectionFolder, string claim)
    {
        var made = Path.Combine(claim, "internal", "claim.json");
        return File.Exists(made) && File.ReadAllText(made).Contains(PacketWriter.SummarySha256(inspectionFolder), StringComparison.Ordinal);
    }

    private static string Existing(PacketOptions options, string name) =>
        Path.Combine(options.OutputsFolder ?? options.InspectionFolder, name) is var path && File.Exists(path) ? path
        : throw new PacketException($"{Path.GetFileName(options.InspectionFolder)}: found no {name}, wanted the folder of a finished inspection");
}
