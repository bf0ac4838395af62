namespace DefectVision.Evidence.Documents;

/// <summary>What a document is called, and what stands at the head and foot of its pages.</summary>
/// <param name="Title">What kind of document it is.</param>
/// <param name="Subject">What it is about.</param>
/// <param name="Language">BCP 47.</param>
/// <param name="Head">At the head of every page.</param>
/// <param name="Root">Of what the document rests on; stands in it for programs, too. Null where it rests on no evidence.</param>
/// <param name="Date">Of the document; nothing in it is younger.</param>
public sealed record Running(string Title, string Subject, string Language, string Head, string? Root, DateTimeOffset Date);
