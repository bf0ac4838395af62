using System.Runtime.InteropServices;
using DefectVision.Backbone.Students;
using static TorchSharp.torch;

namespace DefectVision.Backbone.Distilling;

/// <summary>Everything a run needs to go on: the step, the weights, the running means of the norms and the moments of the optimiser, as plain numbers.</summary>
internal static class Checkpoint
{
    private const string Schema = "defectvision/backbone-checkpoint/1";

    public static void Save(string path, string settings, long step, Student student, AdamW optimiser)
    {
        using (var file = new BinaryWriter(File.Create(path + ".part")))
        {
            file.Write(Schema);
            file.Write(settings);
            file.Write(step);
            foreach (var tensor in Tensors(student, optimiser))
            {
                var values = tensor.cpu().to(ScalarType.Float32).data<float>().ToArray();
                file.Write(values.Length);
                file.Write(MemoryMarshal.AsBytes<float>(values));
            }
        }

        File.Move(path + ".part", path, overwrite: true);
    }

    /// <returns>Steps done.</returns>
    /// <exception cref="InvalidDataException">The file was made with other settings, or is broken.</exception>
    public static long Load(string path, string settings, Student student, AdamW optimiser)
    {
        using var file = new BinaryReader(File.OpenRead(path));
        var (schema, made) = (file.ReadString(), file.ReadString());
        if (schema != Schema || made != settings)
        {
            throw new InvalidDataException($"{path}: found a checkpoint of '{made}', wanted one of '{settings}': give another --work folder");
        }

        var step = file.ReadInt64();
        using var _ = no_grad();
        foreach (var tensor in Tensors(student, optimiser))
        {
            using var scope = NewDisposeScope();
            var values = new float[file.ReadInt32()];
            file.BaseStream.ReadExactly(MemoryMarshal.AsBytes(values.AsSpan()));
            tensor.copy_(Shaped(values, tensor));
        }

        return step;
    }

    private static Tensor Shaped(float[] values, Tensor like) => tensor(values).view(like.shape).to(like.dtype);

    private static IEnumerable<Tensor> Tensors(Student student, AdamW optimiser) =>
        student.state_dict().OrderBy(entry => entry.Key, StringComparer.Ordinal).Select(entry => entry.Value).Concat(optimiser.Moments);
}
