using DefectVision.Backbone.Exporting;
using DefectVision.Inference.Graph;
using static TorchSharp.torch;

namespace DefectVision.Backbone.Students;

/// <summary>What an earlier run learned: a student begins where its file ended. Blocks that the file does not have pass on what went in.</summary>
internal static class EarlierStudent
{
    /// <param name="file">A backbone that <see cref="BackboneWriter"/> wrote.</param>
    /// <param name="name">Of the file, for messages.</param>
    /// <param name="student">Receives the weights.</param>
    /// <param name="crops">A batch that its norms are set by, N x 3 x H x W, 0 to 255.</param>
    /// <exception cref="InvalidDataException">The file has other convolutions.</exception>
    public static void TakeOver(byte[] file, string name, Student student, Tensor crops)
    {
        using var quiet = no_grad();
        using var scope = NewDisposeScope();
        var stored = StoredTensors.Of(file, name);
        var value = nn.functional.relu(Resume(student.Stem, "stem", Student.Prepared(crops)));
        for (var at = 0; at < student.Stages.Count; at++)
        {
            var stage = BackboneWriter.StageName(at);
            value = nn.functional.relu(Resume(student.Stages[at].Halving, stage, value));
            for (var block = 0; block < student.Stages[at].Blocks.Count; block++)
            {
                var (part, convolutions) = (BackboneWriter.BlockName(stage, block), student.Stages[at].Blocks[block]);
                if (stored.Rows(part + "_second_weights") is null)
                {
                    convolutions.Second.Hush();
                    continue;
                }

                value = nn.functional.relu(Resume(convolutions.Second, part + "_second", nn.functional.relu(Resume(convolutions.First, part + "_first", value))) + value);
            }
        }

        Tensor Resume(ConvolutionNorm step, string part, Tensor input) => step.Resume(Values(part + "_weights", step.From * step.To * 9), Values(part + "_biases", step.To), input);

        float[] Values(string constant, int count) => stored.Rows(constant)?.SelectMany(row => row).ToArray() is { } values && values.Length == count
            ? values
            : throw new InvalidDataException(FormattableString.Invariant($"{name}: found no {constant} of {count} values, wanted a backbone of this program"));
    }
}
