namespace DefectVision.Training.Labels;

/// <summary>What tells which photos of a set show one item.</summary>
public enum ItemsSaidBy
{
    /// <summary>Nothing: each photo counts for one item.</summary>
    Nothing,

    /// <summary>The groups or items of the labels.</summary>
    Labels,

    /// <summary>A pattern that a person gave for the photos' names.</summary>
    Pattern,

    /// <summary>The photos' names, read as an inspection reads them: 017_front.jpg and 017_back.jpg.</summary>
    Names,
}
