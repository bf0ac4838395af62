namespace DefectVision.Evidence.Documents;

/// <summary>The look: black on white, one accent colour, and nothing that is told by colour alone. A4 and Letter.</summary>
internal static class PrintStyle
{
    public const string Ink = "#111111";
    public const string Soft = "#555555";
    public const string Line = "#b8b8b8";
    public const string Accent = "#1b4f8a";
    public const string AccentLight = "#a9bdd6";

    private const string Fonts =
        "\"Helvetica Neue\",Arial,\"Liberation Sans\",\"Noto Sans\",\"PingFang SC\",\"Microsoft YaHei\",\"Noto Sans CJK SC\",\"Noto Sans SC\",sans-serif";

    /// <param name="foot">What stands at the left of every page's foot.</param>
    public static string Css(string foot) => $$"""

        @page{margin:14mm 14mm 18mm 14mm;
          @bottom-left{content:{{CssString.Of(foot)}};font:7.5pt {{Fonts}};color:{{Soft}};}
          @bottom-right{content:counter(page) " of " counter(pages);font:7.5pt {{Fonts}};color:{{Soft}};} }
        *{box-sizing:border-box}
        html{-webkit-print-color-adjust:exact;print-color-adjust:exact}
        body{font:10pt/1.4 {{Fonts}};color:{{Ink}};background:#fff;max-width:196mm;margin:10mm auto;padding:0 6mm;font-variant-numeric:tabular-nums}
        h1{font-size:19pt;line-height:1.15;margin:0 0 1mm;font-weight:600;letter-spacing:-.01em}
        h2{font-size:13pt;margin:10mm 0 2mm;padding-top:2mm;border-top:2px solid {{Ink}};break-after:avoid;page-break-after:avoid}
        h2.lot{font-size:11.5pt;border-top:1px solid {{Line}};margin-top:7mm}
        h2+h2.lot{border-top:none;margin-top:0;padding-top:0}
        h3{font-size:10.5pt;margin:5mm 0 1.5mm;break-after:avoid;page-break-after:avoid}
        p{margin:0 0 2mm;orphans:3;widows:3}
        ul,ol{margin:0 0 2mm;padding-left:5mm}
        li{margin:0 0 .8mm}
        a{color:inherit;text-decoration:none}
        code{font-family:ui-monospace,Consolas,"Liberation Mono",monospace;font-size:.9em;overflow-wrap:anywhere}
        bdi{white-space:break-spaces;overflow-wrap:anywhere}
        .lead-in{break-after:avoid;page-break-after:avoid}
        .whole,.whole code,.whole bdi{white-space:nowrap;overflow-wrap:normal}
        table.narrow{width:80mm}
        .soft{color:{{Soft}};}
        .small{font-size:8.5pt}
        .none{color:{{Soft}};font-style:italic}
        .lead{font-size:11pt;margin-bottom:4mm}
        .mark{width:.95em;height:.95em;vertical-align:-.12em;margin-right:.35em}
        .verdict{font-weight:700;white-space:nowrap}
        dl.facts{display:grid;grid-template-columns:max-content 1fr max-content 1fr;gap:.6mm 4mm;margin:0 0 4mm;font-size:9pt}
        dl.wide{grid-template-columns:44mm 1fr}
        dl.facts dt{color:{{Soft}};}
        dl.facts dd{margin:0;overflow-wrap:anywhere}
        table{border-collapse:collapse;width:100%;margin:0 0 3mm;font-size:9pt;line-height:1.3}
        thead{display:table-header-group}
        tr,.card,figure,.keep{break-inside:avoid;page-break-inside:avoid}
        th{text-align:left;font-weight:600;vertical-align:bottom;border-bottom:1px solid {{Ink}};padding:.8mm 1.6mm .8mm 0}
        td{vertical-align:top;border-bottom:1px solid #ddd;padding:.9mm 1.6mm .9mm 0}
        th.num,td.num{text-align:right;white-space:nowrap;padding-right:3mm}
        tr.sum td{border-top:1px solid {{Ink}};border-bottom:none;font-weight:600}
        table.lots tbody{break-inside:avoid;page-break-inside:avoid}
        table.lots td{border-bottom:none}
        table.lots tr.why td{border-bottom:1px solid {{Line}};padding-top:0;padding-bottom:1.6mm}
        table.compact{font-size:8pt}
        table.compact td{padding-top:.35mm;padding-bottom:.35mm}
        figure{margin:3mm 0 4mm}
        figure>svg{display:block;width:100%;height:auto}
        figcaption{font-size:8.5pt;margin-top:1.5mm}
        svg text{font-family:{{Fonts}};}
        .box{border:1px solid {{Ink}};padding:2.5mm 3mm;margin:0 0 3mm;break-inside:avoid;page-break-inside:avoid}
        .box p:last-child,.box ul:last-child{margin-bottom:0}
        .cards{display:grid;grid-template-columns:1fr 1fr;gap:4mm;margin:0 0 3mm}
        .card{border:1px solid {{Line}};padding:2mm 2.5mm}
        .card.wide{grid-column:1/-1}
        .card h4{font-size:9.5pt;margin:0}
        .card p{font-size:8.5pt;margin:0 0 1.5mm}
        .shots{display:grid;grid-template-columns:1fr 1fr;gap:2mm}
        .card.wide .shots{grid-template-columns:repeat(4,1fr)}
        .card.single .shots{grid-template-columns:1fr}
        .shot{font-size:7.5pt;line-height:1.3;min-width:0;break-inside:avoid}
        .shot .picture{border:1px solid {{Line}};background:#f4f4f4;height:34mm;display:flex;align-items:center;justify-content:center;position:relative;margin-bottom:.8mm}
        .shot.flagged .picture{border:2.5px solid {{Ink}};}
        .shot img{max-width:100%;max-height:100%;display:block}
        .shot .tag{position:absolute;left:0;top:0;background:{{Ink}};color:#fff;font-size:6.5pt;font-weight:700;padding:.2mm 1.2mm;letter-spacing:.04em}
        .shot .gone{padding:2mm;color:{{Soft}};text-align:center}
        .contents{font-size:8pt;color:{{Soft}};margin-top:2mm}
        @media print{
          /* a hair of room, or the frames at the right edge are cut */
          body{max-width:none;margin:0;padding:0 .5mm;font-size:9pt}
          .lead{margin-bottom:2.5mm} dl.facts{font-size:8.5pt;margin-bottom:3mm} h2{margin-top:8mm} h3{margin-top:4mm}
          li{margin-bottom:.4mm} .lots{font-size:8.5pt} }
        """;
}
