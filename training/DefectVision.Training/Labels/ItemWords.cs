namespace DefectVision.Training.Labels;

/// <summary>What tells the items, in words for cards and answers.</summary>
internal static class ItemWords
{
    public static string Of(ItemsSaidBy saidBy) => saidBy switch
    {
        ItemsSaidBy.Labels => "the groups of the labels",
        ItemsSaidBy.Pattern => "the pattern on the photos' names",
        ItemsSaidBy.Names => "the photos' names, as in 017_front.jpg",
        _ => "nothing: each photo is taken for one item",
    };
}
