using DefectVision.Imaging;
using DefectVision.Inference;

namespace DefectVision.Pipeline;

/// <summary>Looks at single photos again, to show where the model sees something. For one thread.</summary>
public sealed class HeatMapper : IDisposable
{
    private readonly Model _model;
    private readonly AnomalyScale _scale;
    private readonly HeatMapGrid _grid;
    private readonly PhotoReader _reader;
    private readonly Scorer _scorer;

    private HeatMapper(Model model, AnomalyScale scale, HeatMapGrid grid, DecodeLimits limits)
    {
        (_model, _scale, _grid) = (model, scale, grid);
        _reader = new PhotoReader(limits);
        _scorer = model.NewMappingScorer();
    }

    /// <returns>Null for a model that gives no heat map or no scale for it.</returns>
    public static HeatMapper? Of(Model model, DecodeLimits limits) =>
        model.Contract.Anomaly is { } scale && model.HeatMap is { } grid ? new HeatMapper(model, scale, grid, limits) : null;

    /// <param name="file">All bytes of a photo that was scored.</param>
    /// <returns>Null when it cannot be read.</returns>
    public HeatMap? Of(ReadOnlySpan<byte> file)
    {
        var tiles = new List<float[]>();
        var reading = _reader.Read(file, _model.Contract.Input, _scorer.Input, _ =>
        {
            _scorer.Run();
            tiles.Add(_model.MapOf(_scorer).ToArray());
        });
        return reading is PhotoReading.Readable readable
            ? new HeatMap(_grid.Rows, _grid.Columns, _model.MapOfPhoto(tiles), readable.Window, _scale.From, _scale.To)
            : null;
    }

    public void Dispose()
    {
        _reader.Dispose();
        _scorer.Dispose();
    }
}
