using DefectVision.Evidence.Documents;
using DefectVision.Evidence.Wording;
using DefectVision.Imaging;
using DefectVision.Inspection;

namespace DefectVision.Evidence.Report;

/// <summary>One photo of an exhibit with what the model said of it.</summary>
internal sealed class ExhibitPhoto(Html html, ModelUsed model, ExhibitPictures pictures)
{
    private const int DistanceDigits = 1;

    public void Write(InspectedFile photo)
    {
        var isFlagged = photo.Finding?.Standing == Standing.Flagged;
        using (html.Open("div", ("class", isFlagged ? "shot flagged" : "shot")))
        {
            var picture = pictures.Read(photo);
            using (html.Open("div", ("class", "picture")))
            {
                Picture(photo, picture);
                if (isFlagged)
                {
                    html.Element("span", "FLAGGED", ("class", "tag"));
                }
            }

            if (picture.HeatMap is { } map)
            {
                HeatMap(photo, picture, map);
            }

            Caption(photo);
        }
    }

    private void HeatMap(InspectedFile photo, ExhibitPicture picture, HeatMap map)
    {
        using (html.Open("div", ("class", "picture")))
        {
            Image(picture.HeatMapJpeg!, "Heat map of " + photo.Path);
        }

        html.Element("div", map.Shows
            ? $"heat map, {Distance(map.From)} yellow to {Distance(map.To)} dark red; highest {Distance(map.Highest)}"
            : $"heat map, from {Distance(map.From)}; highest {Distance(map.Highest)}: the photo as a whole is flagged, no place of it", ("class", "soft"));
    }

    private static string Distance(double distance) => Figures.Score(distance, DistanceDigits);

    private void Image(byte[] jpeg, string alt) => html.Void("img", ("src", "data:image/jpeg;base64," + Convert.ToBase64String(jpeg)), ("alt", alt));

    private void Picture(InspectedFile photo, ExhibitPicture picture)
    {
        if (picture.Jpeg is { } jpeg)
        {
            Image(jpeg, "Photo " + photo.Path);
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
