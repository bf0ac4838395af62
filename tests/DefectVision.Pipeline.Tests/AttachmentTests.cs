using System.Security.Cryptography;
using System.Text;
using DefectVision.Fixtures;
using DefectVision.Inspection;

namespace DefectVision.Pipeline.Tests;

/// <summary>Rule: what is kept with an item or a lot is hashed and named; it is no photo of the sample and no fault.</summary>
public sealed class AttachmentTests
{
    [Fact]
    public void Videos_documents_and_other_files_of_a_shot_are_hashed_and_change_nothing_of_the_items()
    {
        using var bare = new Shipment();
        using var full = new Shipment();
        foreach (var shipment in new[] { bare, full })
        {
            shipment.Put("lot/IMG_0001.JPG", Photos.Good(1));
            shipment.Put("lot/IMG_0002.JPG", Photos.Good(2));
        }

        full.Put("lot/IMG_0001.HEIC", "no photo that can be read");
        full.Put("lot/IMG_0001.MOV", "film");
        full.Put("lot/IMG_E0002.JPG", Photos.Good(3));
        full.Put("lot/packing/carton.jpg", Photos.Stain(4));
        full.Put("lot/test report.pdf", "%PDF");
        full.Put("terms.docx", "terms");
        full.Put("lot/empty.mp4", []);

        var (without, with) = (bare.Inspect(), full.Inspect());

        Assert.Equal(["IMG_0001", "IMG_0002"], Shipment.LotOf(with, "lot").Lot.Items.Select(item => item.Name));
        Assert.Equal(Shipment.LotOf(without, "lot").Verdict, Shipment.LotOf(with, "lot").Verdict);
        Assert.Equal(0, Shipment.LotOf(with, "lot").Tally.Undecided);
        Assert.Equal(2, Shipment.LotOf(with, "lot").Tally.Photos);
        Assert.Equal(7, with.Accounting[PhotoOutcome.Attachment]);
        Assert.Equal(Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes("film"))), with.Files.Single(file => file.Path == "lot/IMG_0001.MOV").Sha256);
        Assert.Null(with.Files.Single(file => file.Path == "lot/empty.mp4").Sha256);
        Assert.Equal(9, with.Accounting.Values.Sum());
    }
}
