using System.Collections.Frozen;

namespace DefectVision.Pipeline.Intake;

/// <summary>Names of columns as headers have them: in any case, with blanks or hyphens, and in Chinese.</summary>
internal static class ColumnName
{
    private static readonly (string Name, string[] Chinese)[] Known =
    [
        ("path", ["路径", "文件", "文件名", "照片"]),
        ("label", ["标签", "标注"]),
        ("group", ["分组"]),
        ("lot", ["批", "批次", "批号", "检验批"]),
        ("item", ["件号", "产品编号", "样品编号", "单位产品"]),
        ("view", ["视图", "视角"]),
        ("confirmed", ["确认"]),
        ("reader", ["检验员"]),
        ("time", ["时间"]),
        ("date", ["日期"]),
        ("point", ["部位", "测量部位"]),
        ("value", ["测量值", "实测值"]),
        ("nominal", ["标准值"]),
        ("tolerance", ["公差"]),
        ("lower", ["下限"]),
        ("upper", ["上限"]),
        ("unit", ["单位"]),
        ("gauge", ["量具"]),
        ("verdict", ["判定"]),
        ("defect_class", ["缺陷类别"]),
        ("severity", ["严重程度"]),
        ("cause", ["原因"]),
        ("test", ["检测项目", "测试项目", "检验项目"]),
        ("kind", ["检测类型", "测试类型"]),
        ("result", ["检测结果", "测试结果", "结果", "结论"]),
        ("standard", ["标准", "检测标准"]),
        ("required", ["要求"]),
        ("laboratory", ["检测机构", "实验室"]),
        ("report_number", ["报告编号", "报告号"]),
    ];

    private static readonly FrozenDictionary<string, string> Chinese =
        Known.SelectMany(column => column.Chinese.Select(header => (header, column.Name))).ToFrozenDictionary(pair => pair.header, pair => pair.Name);

    public static string Of(string cell)
    {
        var plain = TradeWords.Plain(cell).Replace(' ', '_').Replace('-', '_');
        return Chinese.GetValueOrDefault(plain, plain);
    }
}
