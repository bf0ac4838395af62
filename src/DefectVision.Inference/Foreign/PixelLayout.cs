namespace DefectVision.Inference.Foreign;

/// <summary>Where a network keeps the colours of a photo.</summary>
public enum PixelLayout
{
    /// <summary>N x 3 x height x width: a plane for each colour (NCHW).</summary>
    ChannelsFirst,

    /// <summary>N x height x width x 3: three numbers for each place (NHWC).</summary>
    ChannelsLast,
}
