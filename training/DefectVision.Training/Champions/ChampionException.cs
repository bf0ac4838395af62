namespace DefectVision.Training.Champions;

/// <summary>A model that cannot take the place of another, with the reason for the person who must mend it.</summary>
public sealed class ChampionException(string message, Exception? inner = null) : Exception(message, inner);
