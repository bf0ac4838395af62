using System.Text;
using DefectVision.Evidence.Documents;
using DefectVision.Evidence.Wording;
using DefectVision.Inspection;

namespace DefectVision.Evidence.Report;

/// <summary>report.html: one self-contained file, written as a stream, section after section in the order of its readers: buyer, supplier, arbitrator.</summary>
internal static class ReportFile
{
    public const string Title = "Pre-shipment inspection report";

    /// <summary>Nothing is fetched and nothing runs, whatever a file name says.</summary>
    private const string ContentPolicy = "default-src 'none'; img-src data:; style-src 'unsafe-inline'";

    private const int FootLetters = 80;

    public static void Write(InspectionRecord record, Terms terms, IReadOnlyList<FileDigest> beside, ExhibitPictures pictures, Stream stream, CancellationToken cancel)
    {
        using var output = new StreamWriter(stream, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false), leaveOpen: true) { NewLine = "\n" };
        var html = new Html(output);
        html.Doctype();
        using (html.Open("html", ("lang", "en")))
        {
            Head(html, record);
            using (html.Open("body"))
            {
                PageOne.Write(html, record, terms);
                WhatWasInspected.Write(html, record, terms);
                PhotoAccounting.Write(html, record);
                LotSections.Write(html, record, terms, pictures, cancel);
                HowToCheck.Write(html, record, beside);
                ModelSection.Write(html, record.Model);
                NotSaid.Write(html, record);
                ItemsAnnex.Write(html, record, cancel);
                Glossary.Write(html);
                RunDetails.Write(html, record);
            }
        }
    }

    private static string Foot(string name)
    {
        var letters = PlainText.Of($"{Title}: {name}").EnumerateRunes().ToList();
        return string.Concat(letters.Take(FootLetters)) + (letters.Count > FootLetters ? "…" : "");
    }

    private static void Head(Html html, InspectionRecord record)
    {
        using (html.Open("head"))
        {
            html.Void("meta", ("charset", "utf-8"));
            html.Void("meta", ("http-equiv", "Content-Security-Policy"), ("content", ContentPolicy));
            html.Void("meta", ("name", "viewport"), ("content", "width=device-width, initial-scale=1"));
            html.Element("title", $"{Title}: {record.Name}");
            html.Stylesheet(PrintStyle.Css(Foot(record.Name)));
        }
    }
}
