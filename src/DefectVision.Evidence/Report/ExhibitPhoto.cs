using DefectVision.Evidence.Documents;
using DefectVision.Evidence.Wording;
using DefectVision.Inspection;

namespace DefectVision.Evidence.Report;

/// <summary>One photo of an exhibit with what the model said of it.</summary>
internal sealed class ExhibitPhoto(Html html, ModelUsed model, string shipmentFolder)
{
    public void Write(InspectedFile photo)
    {
        var isFlagged = photo.Finding?.Standing == Standing.Flagged;
        using (html.Open("div", ("class", isFlagged ? "shot flagged" : "shot")))
        {
            using (html.Open("div", ("class", "picture")))
            {
                Picture(photo);
                if (isFlagged)
                {
                    html.Element("span", "FLAGGED", ("class", "tag"));
                }
            }

            Caption(photo);
        }
    }

    private void Picture(InspectedFile photo)
    {
        var picture = ExhibitPicture.Read(shipmentFolder, photo);
        if (picture.Jpeg is { } jpeg)
        {
            html.Void("img", ("src", "data:image/jpeg;base64," + Convert.ToBase64String(jpeg)), ("alt", "Photo " + photo.Path));
        }
        else
        {
            html.Element("span", picture.Reason ?? "No picture.", ("class", "gone"));
        }
    }

    private void Caption(InspectedFile photo)
    {
        using (html.Open("div"))
        {
            html.Name(photo.Path[(photo.Path.LastIndexOf('/') + 1)..]);
        }

        html.Element("div", Score(photo));
        using (html.Open("div", ("class", "soft")))
        {
            html.Text("SHA-256 ");
            html.Element("code", Figures.ShortDigest(photo.Sha256));
        }
    }

    private string Score(InspectedFile photo)
    {
        if (photo.Finding is not { } finding)
        {
            return $"not scored: {photo.Reason ?? Code.Words(photo.Outcome)}";
        }

        var score = $"score {Figures.Score(finding.Score, model.ScoreDigits)}, flagged from {Figures.Score(model.Threshold, model.ScoreDigits)}";
        if (finding.Standing == Standing.TooCloseToCall)
        {
            score += ", too close to call";
        }

        return finding.Probability is { } probability ? $"{score}; calibrated probability {Figures.Probability(probability)}" : score;
    }
}
