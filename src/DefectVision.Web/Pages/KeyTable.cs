namespace DefectVision.Web.Pages;

/// <summary>What each key does. The scripts listen to these keys and no others.</summary>
internal static class KeyTable
{
    private static readonly (string Group, (string[] Keys, string Text)[] Rows)[] Groups =
    [
        ("keys.answer", [
            (["G"], "keys.good"), (["D"], "keys.defective"), (["1–9"], "keys.class"), (["0"], "keys.noclass"), (["U"], "keys.unsure"),
            (["Enter", "→"], "keys.next"), (["B", "←"], "keys.back"), (["Z"], "keys.undo"), (["N"], "keys.note")]),
        ("keys.look", [
            (["+", "−"], "keys.zoom"), (["↑", "↓", "←", "→"], "keys.pan"), (["F"], "keys.fit"), (["S"], "keys.single"), (["R"], "keys.reference"), (["H"], "keys.heat")]),
        ("keys.detail", [
            (["C", "M", "I"], "keys.severity"), (["T", "P", "W", "K"], "keys.cause"), (["O"], "keys.other"), (["X"], "keys.region"), (["Enter"], "keys.save"), (["Esc"], "keys.leave")]),
    ];

    public static Markup Of(PageTexts texts) => Markup.All(Groups.Select(group => Markup.Of($"""
        <div class="group">
        <h3>{texts[group.Group]}</h3>
        <dl>{group.Rows.Select(row => Markup.Of($"<div><dt>{row.Keys.Select(key => Markup.Of($"<kbd>{key}</kbd>"))}</dt><dd>{texts[row.Text]}</dd></div>"))}</dl>
        </div>
        """)));
}
