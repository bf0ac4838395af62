using System.Numerics.Tensors;
using DefectVision.Inference.Graph;
using DefectVision.Inference.Loading;
using Microsoft.ML.OnnxRuntime;

namespace DefectVision.Inference.Mutual;

/// <summary>
/// Distances from each place of one photo to the nearest place of another, by one product of matrices:
/// |p - m|^2 = |p|^2 - 2 (p.m - |m|^2 / 2), and the nearest m is where the bracket is largest.
/// </summary>
internal sealed class PlaceDistances : IDisposable
{
    private const string Photo = "photo_places";
    private const string Other = "other_places";
    private const string Nearness = "nearness";

    private readonly InferenceSession _session;
    private readonly int _places;
    private readonly int _components;

    /// <param name="places">Of a photo.</param>
    /// <param name="components">Numbers of a place.</param>
    public PlaceDistances(int places, int components)
    {
        (_places, _components) = (places, components);
        var graph = new OnnxGraph("distances");
        graph.Input(Photo, places, components + 1);
        graph.Input(Other, components + 1, places);
        var product = graph.Node("MatMul", "product", [Photo, Other]);
        graph.Output(graph.Node("ReduceMax", Nearness, [product], ("axes", new[] { 1L }), ("keepdims", 0L)), places);
        _session = NativeRuntime.Open(graph.ToBytes());
    }

    /// <summary>A photo that others are held against. Threads may share it.</summary>
    /// <param name="places">Place by place.</param>
    public Side Reference(ReadOnlySpan<float> places)
    {
#pragma warning disable CA2000 // The side disposes it.
        var value = Scorer.Aligned(_components + 1, _places);
#pragma warning restore CA2000
        var target = value.GetTensorMutableDataAsSpan<float>();
        for (var place = 0; place < _places; place++)
        {
            var norm = 0f;
            for (var component = 0; component < _components; component++)
            {
                var number = places[(place * _components) + component];
                target[(component * _places) + place] = number;
                norm += number * number;
            }

            target[(_components * _places) + place] = -norm / 2;
        }

        return new Side(value);
    }

    public Run NewRun() => new(this);

    public void Dispose() => _session.Dispose();

    /// <summary>The places of a reference, as the product wants them.</summary>
    public sealed class Side(OrtValue value) : IDisposable
    {
        public OrtValue Value => value;

        public void Dispose() => value.Dispose();
    }

    /// <summary>One thread's photo and its distances.</summary>
    public sealed class Run : IDisposable
    {
        private readonly PlaceDistances _distances;
        private readonly RunOptions _options = new();
        private readonly OrtValue _photo;
        private readonly OrtValue _nearness;
        private readonly float[] _norms;
        private readonly float[] _nearest;

        public Run(PlaceDistances distances)
        {
            _distances = distances;
            _photo = Scorer.Aligned(distances._places, distances._components + 1);
            _nearness = Scorer.Aligned(distances._places);
            (_norms, _nearest) = (new float[distances._places], new float[distances._places]);
        }

        /// <summary>The photo that is measured next.</summary>
        /// <param name="places">Place by place.</param>
        public void Take(ReadOnlySpan<float> places)
        {
            var target = _photo.GetTensorMutableDataAsSpan<float>();
            var components = _distances._components;
            for (var place = 0; place < _norms.Length; place++)
            {
                var numbers = places.Slice(place * components, components);
                numbers.CopyTo(target[(place * (components + 1))..]);
                target[(place * (components + 1)) + components] = 1;
                _norms[place] = TensorPrimitives.SumOfSquares(numbers);
            }
        }

        /// <summary>Of each place the distance to the nearest place of the other photo; overwritten by the next call.</summary>
        public ReadOnlySpan<float> Nearest(Side other)
        {
            _distances._session.Run(_options, [Photo, Other], [_photo, other.Value], [Nearness], [_nearness]);
            var nearness = _nearness.GetTensorDataAsSpan<float>();
            for (var place = 0; place < _nearest.Length; place++)
            {
                _nearest[place] = MathF.Sqrt(MathF.Max(0, _norms[place] - (2 * nearness[place])));
            }

            return _nearest;
        }

        public void Dispose()
        {
            _photo.Dispose();
            _nearness.Dispose();
            _options.Dispose();
        }
    }
}
