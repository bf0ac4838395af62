namespace DefectVision.Cases.Reviewing;

/// <summary>Two items that may be one, photographed twice.</summary>
/// <param name="Id">By which the review knows the pair.</param>
/// <param name="First">Earlier in path order.</param>
/// <param name="Second">The one that counts as good in lower bounds until a person says that it is another item.</param>
/// <param name="FirstPhoto">Id of the photo of the first that is repeated.</param>
/// <param name="SecondPhoto">Id of the photo of the second that repeats it.</param>
public sealed record ReviewTwins(string Id, ReviewItem First, ReviewItem Second, string FirstPhoto, string SecondPhoto);
