namespace DefectVision.Evidence.Documents.Web;

/// <summary>How a page is set, on a screen and on A4 or Letter paper.</summary>
internal static class PrintStyle
{
    private const string Fonts =
        "\"Helvetica Neue\",Arial,\"Liberation Sans\",\"Noto Sans\",\"PingFang SC\",\"Microsoft YaHei\",\"Noto Sans CJK SC\",\"Noto Sans SC\",sans-serif";

    /// <param name="head">What stands at the head of every page.</param>
    /// <param name="foot">What stands at the left of every page's foot.</param>
    public static string Css(string head, string foot) => $$"""

        @page{margin:16mm 14mm 18mm 14mm;
          @top-right{content:{{CssString.Of(head)}};font:7.5pt {{Fonts}};color:{{Look.Soft}};}
          @bottom-left{content:{{CssString.Of(foot)}};font:7.5pt {{Fonts}};color:{{Look.Soft}};}
          @bottom-right{content:counter(page) " / " counter(pages);font:7.5pt {{Fonts}};color:{{Look.Soft}};} }
        *{box-sizing:border-box}
        html{-webkit-print-color-adjust:exact;print-color-adjust:exact}
        body{font:10pt/1.4 {{Fonts}};color:{{Look.Ink}};background:#fff;max-width:196mm;margin:10mm auto;padding:0 6mm;font-variant-numeric:tabular-nums}
        h1{font-size:19pt;line-height:1.15;margin:0 0 1mm;font-weight:600;letter-spacing:-.01em}
        h2{font-size:13pt;margin:10mm 0 2mm;padding-top:2mm;border-top:2px solid {{Look.Ink}};break-after:avoid;page-break-after:avoid}
        h2.lot{font-size:11.5pt;border-top:1px solid {{Look.Rule}};margin-top:7mm}
        h2+h2.lot{border-top:none;margin-top:0;padding-top:0}
        h3{font-size:10.5pt;margin:5mm 0 1.5mm;break-after:avoid;page-break-after:avoid}
        p{margin:0 0 2mm;orphans:3;widows:3}
        ul,ol{margin:0 0 2mm;padding-left:5mm}
        li{margin:0 0 .8mm}
        a{color:inherit;text-decoration:none}
        a[href]:not([href^="#"]){text-decoration:underline;text-decoration-color:{{Look.Rule}};text-underline-offset:.15em}
        a:focus-visible{outline:2px solid {{Look.Accent}};outline-offset:1px}
        code{font-family:ui-monospace,Consolas,"Liberation Mono",monospace;font-size:.9em;overflow-wrap:anywhere}
        bdi{white-space:break-spaces;overflow-wrap:anywhere}
        bdi.kept{white-space:pre;overflow-wrap:normal}
        tbody>tr:first-child:not(:last-child),tbody>tr:nth-last-child(2){break-after:avoid;page-break-after:avoid}
        table+p.small,figure+p.small,.cards+p.small{break-before:avoid;page-break-before:avoid}
        .lead-in{break-after:avoid;page-break-after:avoid}
        .whole,.whole code,.whole bdi{white-space:nowrap;overflow-wrap:normal}
        table.narrow{width:80mm}
        .soft{color:{{Look.Soft}};}
        .small{font-size:8.5pt}
        .none{color:{{Look.Soft}};font-style:italic}
        .lead{font-size:11pt;margin-bottom:4mm}
        .mark{width:.95em;height:.95em;vertical-align:-.12em;margin-right:.35em}
        .verdict{font-weight:700;white-space:nowrap}
        dl.facts{display:grid;grid-template-columns:max-content 1fr max-content 1fr;gap:.6mm 4mm;margin:0 0 4mm;font-size:9pt}
        dl.wide{grid-template-columns:44mm 1fr}
        dl.facts dt{color:{{Look.Soft}};}
        dl.facts dd{margin:0;overflow-wrap:anywhere}
        table{border-collapse:collapse;width:100%;margin:0 0 3mm;font-size:9pt;line-height:1.3}
        thead{display:table-header-group}
        tr,.card,figure,.keep{break-inside:avoid;page-break-inside:avoid}
        th{text-align:left;font-weight:600;word-break:keep-all;vertical-align:bottom;border-bottom:1px solid {{Look.Ink}};padding:.8mm 1.6mm .8mm 0}
        td{vertical-align:top;border-bottom:1px solid #ddd;padding:.9mm 1.6mm .9mm 0}
        th.num,td.num{text-align:right;white-space:nowrap;padding-right:3mm}
        tr.sum td{border-top:1px solid {{Look.Ink}};border-bottom:none;font-weight:600}
        table tbody.group{break-inside:avoid;page-break-inside:avoid}
        tbody.group td{border-bottom:none}
        tbody.group tr.why td{border-bottom:1px solid {{Look.Rule}};padding-top:0;padding-bottom:1.6mm}
        table.compact{font-size:8pt}
        table.compact td{padding-top:.35mm;padding-bottom:.35mm}
        figure{margin:3mm 0 4mm}
        figure>svg{display:block;width:100%;height:auto}
        figcaption{font-size:8.5pt;margin-top:1.5mm}
        svg text{font-family:{{Fonts}};}
        .box{border:1px solid {{Look.Ink}};padding:2.5mm 3mm;margin:0 0 3mm;break-inside:avoid;page-break-inside:avoid}
        .box p:last-child,.box ul:last-child{margin-bottom:0}
        .cards{display:grid;grid-template-columns:1fr 1fr;gap:4mm;margin:0 0 3mm}
        .card{border:1px solid {{Look.Rule}};padding:2mm 2.5mm;min-width:0}
        .card.wide{grid-column:1/-1}
        .card h4{font-size:9.5pt;margin:0}
        .card p{font-size:8.5pt;margin:0 0 1.5mm}
        .halves{display:grid;grid-template-columns:1fr;gap:2mm}
        .wide .halves{grid-template-columns:1fr 1fr}
        .near{display:grid;grid-template-columns:2fr 1fr;gap:2mm;align-content:start}
        .near.alone{grid-template-columns:1fr}
        .views{display:grid;grid-template-columns:1fr 1fr;gap:2mm;align-content:start}
        .views.below{grid-template-columns:repeat(4,1fr);margin-top:2mm}
        .shot,.detail{font-size:7.5pt;line-height:1.3;min-width:0;break-inside:avoid}
        .picture{border:1px solid {{Look.Rule}};background:{{Look.Ground}};height:21mm;display:flex;align-items:center;justify-content:center;position:relative;margin-bottom:.8mm}
        .halves>.shot .picture{height:63mm}
        .card:not(.wide) .halves>.shot .picture{height:58mm}
        .near .picture{height:auto;aspect-ratio:1}
        .near.alone .picture{aspect-ratio:auto;height:63mm}
        .shot.flagged .picture{border:2.5px solid {{Look.Ink}};}
        .picture img{max-width:100%;max-height:100%;width:100%;height:100%;object-fit:contain;display:block}
        .shot .picture.gone,.halves>.shot .picture.gone,.card:not(.wide) .halves>.shot .picture.gone{height:11mm;padding:2mm;color:{{Look.Soft}};text-align:center;display:block}
        .tag{position:absolute;left:0;top:0;background:{{Look.Ink}};color:#fff;font-size:6.5pt;font-weight:700;padding:.2mm 1.2mm;letter-spacing:.04em}
        .beside{display:grid;grid-template-columns:1fr 1fr;gap:5mm;break-inside:avoid;page-break-inside:avoid}
        .beside h3:first-child{margin-top:0}
        .strip{display:grid;grid-template-columns:1fr 1fr;gap:2mm 4mm;margin:3mm 0 2mm;break-inside:avoid;page-break-inside:avoid}
        .strip .shot .picture{height:22mm}
        .sign{display:flex;gap:5mm;margin:9mm 0 3mm;font-size:8pt;color:{{Look.Soft}};break-inside:avoid;page-break-inside:avoid}
        .sign>div{flex:1;border-top:1px solid {{Look.Ink}};padding-top:.6mm}
        .second{color:{{Look.Soft}};}
        p .second,li .second,td .second,dd .second,dt .second,th .second,figcaption .second,.shot .second,.detail .second{display:block}
        .pair{display:grid;grid-template-columns:1fr 1fr;gap:5mm}
        .contents{font-size:8pt;color:{{Look.Soft}};margin-top:2mm}
        @media print{
          .page-end{break-after:page;page-break-after:always}
          /* a hair of room, or the frames at the right edge are cut */
          body{max-width:none;margin:0;padding:0 .5mm;font-size:9pt}
          .lead{margin-bottom:2.5mm} dl.facts{font-size:8.5pt;margin-bottom:3mm} h2{margin-top:8mm} h3{margin-top:4mm}
          li{margin-bottom:.4mm} }
        """;
}
