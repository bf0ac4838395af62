namespace DefectVision.Imaging.Likeness;

/// <summary>Where a place of one picture lies in another (affine): so many pixels to the right and down, in parts that grow with the place, -1 to 1 from edge to edge.</summary>
internal readonly record struct Move(double Right, double RightAcross, double RightDown, double Down, double DownAcross, double DownDown)
{
    /// <summary>The same for pictures of another size.</summary>
    public Move Scaled(double factor) =>
        new(Right * factor, RightAcross * factor, RightDown * factor, Down * factor, DownAcross * factor, DownDown * factor);

    /// <summary>One step further, each part kept within some pixels of another move.</summary>
    /// <param name="step">Of the six parts.</param>
    /// <param name="around">The other move.</param>
    /// <param name="most">In pixels.</param>
    public Move Stepped(ReadOnlySpan<double> step, Move around, double most) => new(
        Within(Right + step[0], around.Right, most),
        Within(RightAcross + step[1], around.RightAcross, most),
        Within(RightDown + step[2], around.RightDown, most),
        Within(Down + step[3], around.Down, most),
        Within(DownAcross + step[4], around.DownAcross, most),
        Within(DownDown + step[5], around.DownDown, most));

    private static double Within(double value, double middle, double most) => Math.Clamp(value, middle - most, middle + most);
}
