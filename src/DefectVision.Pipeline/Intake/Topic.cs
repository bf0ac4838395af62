using System.Text.RegularExpressions;

namespace DefectVision.Pipeline.Intake;

/// <summary>Folders that sort photos by what they show: they are neither lots nor items, and lots and items are read from the folders above and below them.</summary>
internal static partial class Topic
{
    /// <summary>A folder of this name sorts photos by topic.</summary>
    public static bool Is(string folder) => IsContext(folder) || OfItems().IsMatch(folder);

    /// <summary>Its photos show the packing, the marks or the whole, and an item only where one is told.</summary>
    public static bool IsContext(string folder) => OfContext().IsMatch(folder);

    private const string Before = @"^[\d\s._#-]*(";
    private const string After = @")[\s_-]*(photos?|pictures?|images?|pics|fotos?|照片|图片|图)?[\s_-]*(\(?\d{1,2}\)?)?$";

    // Photos of items, sorted by what is wrong with them; and the folders that cameras and phones make (DCIM, 100APPLE).
    [GeneratedRegex(
        Before + @"defects?|defectives?|faults?|failures?|fail|rejects?|ng|bad|good|ok|pass|passed|details?|close[\s_-]?ups?|m[aä]ngel|fehler|defectos?|d[eé]fauts?|difetti"
        + @"|缺陷|缺点|不良|不良品|瑕疵|瑕疵品|次品|疵点|问题|良品|合格|合格品|不合格|不合格品|细节|特写"
        + @"|dcim|camera|whatsapp[\s_-]images?|photos?|pictures?|images?|pics|fotos?|bilder|照片|图片|相册|(?<=^)\d{3}[A-Z_]{5}" + After,
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex OfItems();

    [GeneratedRegex(
        Before + @"packag(es?|ing)|packing|cartons?|box(es)?|shipping[\s_-]?marks?|marks?|marking|labels?|labell?ing|(hang|care)?[\s_-]?tags?|overviews?|general|measur(ing|ements?)"
        + @"|environment|factory|warehouse|verpackung|kartons?|etiketten?|[uü]bersicht|embalajes?|etiquetas?|emballages?|[eé]tiquettes?|imballaggi?o?|etichette"
        + @"|包装|外包装|内包装|装箱|外箱|纸箱|箱唛|唛头|标签|吊牌|洗标|水洗标|洗唛|总览|概览|全景|整体|全貌|环境|工厂|仓库|测量|尺寸" + After,
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex OfContext();
}
