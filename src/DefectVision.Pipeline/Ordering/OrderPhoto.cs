using DefectVision.Imaging;

namespace DefectVision.Pipeline.Ordering;

/// <summary>A photo that takes its place in an order.</summary>
/// <param name="Path">Names it in the answer.</param>
/// <param name="Place">The full path of its file.</param>
/// <param name="Sha256">Of the bytes that it was read with, lower-case hex.</param>
/// <param name="Bytes">Size of the file.</param>
/// <param name="Header">What it is.</param>
/// <param name="Lot">The lot that it is of.</param>
/// <param name="Item">The item that it shows, of all lots.</param>
public sealed record OrderPhoto(string Path, string Place, string Sha256, long Bytes, PhotoHeader Header, string Lot, string Item);
