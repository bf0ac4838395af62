using DefectVision.Evidence.Documents;
using DefectVision.Evidence.Languages;
using DefectVision.Evidence.Wording;
using DefectVision.Imaging.Keeping;
using DefectVision.Inspection;

namespace DefectVision.Evidence.Report;

/// <summary>One photo of an exhibit with what the model said of it.</summary>
internal static class ExhibitPhoto
{
    /// <param name="isMain">The one that the exhibit is about: the score that flags stands beside its own.</param>
    public static Shot Of(InspectedFile photo, bool isMain, ModelUsed? model, ExhibitPictures pictures, Words words)
    {
        var name = photo.Path[(photo.Path.LastIndexOf('/') + 1)..];
        return new Shot(
            photo.Path,
            pictures.Of(photo, PictureKind.Thumbnail),
            words.Say(ExhibitPictures.Instead(photo)),
            photo.Finding?.Standing == Standing.Flagged ? words.Say($"FLAGGED") : null,
            [
                Line.Of(Piece.Name(name)),
                words.Say(Score(photo, isMain, model, words)),
                words.Say($"SHA-256 {Piece.Code(Figures.ShortDigest(photo.Sha256))}").In(Setting.Soft),
            ]);
    }

    private static FormattableString Score(InspectedFile photo, bool isMain, ModelUsed? model, Words words)
    {
        if (photo.Unlikeness is { } unlike)
        {
            return $"{Figures.Times(unlike.Times)} times as far from the photos of other items as the middle photo";
        }

        if (photo.Finding is not { } finding || model is null)
        {
            return photo.Outcome == PhotoOutcome.Read ? $"read, and not scored"
                : photo.Reason is { } reason ? (FormattableString)$"not scored: {words.Repeat(reason)}" : $"not scored: {new Word(photo.Outcome)}";
        }

        var number = Figures.Score(finding.Score, model.ScoreDigits);
        if (finding.Standing == Standing.NotJudged)
        {
            return $"score {number}, which flags nothing";
        }

        FormattableString score = isMain ? $"score {number}, flagged from {Figures.Score(model.Threshold, model.ScoreDigits)}" : (FormattableString)$"score {number}";
        if (finding.Standing == Standing.TooCloseToCall)
        {
            score = $"{score}, too close to call";
        }

        return finding.Probability is { } probability ? $"{score}; calibrated probability {Figures.Probability(probability)}" : score;
    }
}
