using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;
using DefectVision.Backbone.Crops;
using DefectVision.Backbone.Students;
using static TorchSharp.torch;

namespace DefectVision.Backbone.Distilling;

/// <summary>The run: lessons are made on one thread and learned on another; the log says what it costs and how far it is.</summary>
internal sealed class Distillation(Settings settings, Classroom classroom, Student student, AdamW optimiser, TextWriter log)
{
    private const int LessonsAhead = 8;
    private const long LogEvery = 100;
    private const long SaveEvery = 500;

    /// <summary>Trains from the checkpoint, if there is one, to the last step.</summary>
    /// <param name="checkpoint">Where it is kept.</param>
    /// <param name="about">What the checkpoint must have been made with.</param>
    /// <param name="cancel">Stops after the step at hand; the checkpoint is written.</param>
    /// <exception cref="InvalidDataException">The error is no number any more.</exception>
    public void Run(string checkpoint, string about, CancellationToken cancel)
    {
        var first = File.Exists(checkpoint) ? Checkpoint.Load(checkpoint, about, student, optimiser) : 0;
        log.WriteLine(Invariant($"steps {first} to {settings.Steps}, {Settings.Batch} crops each"));
        using var lessons = new BlockingCollection<Lesson>(LessonsAhead);
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancel);
        var teaching = Task.Run(() => Teach(lessons, first, stop.Token), CancellationToken.None);
        try
        {
            Learn(lessons, first, checkpoint, about, cancel);
        }
        finally
        {
            stop.Cancel();
            teaching.Wait(CancellationToken.None);
        }
    }

    // A fault of the teachers ends the lessons and is met again where the task is waited for.
    private void Teach(BlockingCollection<Lesson> lessons, long first, CancellationToken stop)
    {
        try
        {
            for (var step = first; step < settings.Steps; step++)
            {
                lessons.Add(classroom.Teach(step), stop);
            }
        }
        catch (OperationCanceledException)
        {
            // The learner has left.
        }
        finally
        {
            lessons.CompleteAdding();
        }
    }

    private void Learn(BlockingCollection<Lesson> lessons, long first, string checkpoint, string about, CancellationToken cancel)
    {
        student.train();
        var clock = Stopwatch.StartNew();
        var sums = new double[classroom.Maps.Count];
        long since = 0;
        var step = first;
        foreach (var lesson in lessons.GetConsumingEnumerable(CancellationToken.None))
        {
            var errors = Step(lesson, step);
            step++;
            since++;
            for (var at = 0; at < sums.Length; at++)
            {
                sums[at] += errors[at];
            }

            if (step % LogEvery == 0 || step == settings.Steps)
            {
                var mean = sums.Select(sum => sum / since).ToArray();
                log.WriteLine(Invariant($"step {step}/{settings.Steps}  error {mean.Average():0.0000} ({string.Join(" ", classroom.Maps.Select((map, at) => Invariant($"{map.Name}@{map.Stride} {mean[at]:0.000}")))})  rate {settings.RateAt(step):0.000000}  {since * Settings.Batch / clock.Elapsed.TotalSeconds:0.0} crops/s"));
                log.Flush();
                if (!double.IsFinite(mean.Average()))
                {
                    throw new InvalidDataException($"step {step}: found an error that is no number, wanted one that falls: the weights are lost, begin again with another seed");
                }

                Array.Clear(sums);
                since = 0;
                clock.Restart();
            }

            if (step % SaveEvery == 0 || step == settings.Steps || cancel.IsCancellationRequested)
            {
                Checkpoint.Save(checkpoint, about, step, student, optimiser);
            }

            cancel.ThrowIfCancellationRequested();
        }
    }

    private double[] Step(Lesson lesson, long step)
    {
        using var scope = NewDisposeScope();
        var errors = Errors(student, classroom, lesson);
        var loss = errors.Aggregate((sum, error) => sum + error) / errors.Length;
        optimiser.Forget();
        loss.backward();
        optimiser.Step(step, settings.RateAt(step));
        return [.. errors.Select(error => (double)error.item<float>())];
    }

    /// <summary>Mean squared error by map: 1 is what a student that knows nothing but the mean would make.</summary>
    public static Tensor[] Errors(Student student, Classroom classroom, Lesson lesson)
    {
        var made = student.forward(tensor(lesson.Crops).view(Settings.Batch, 3, CropMaker.Side, CropMaker.Side));
        return [.. classroom.Maps.Select((map, at) => nn.functional.mse_loss(made[at], tensor(lesson.Targets[at]).view(Settings.Batch, map.Channels, map.Side, map.Side)))];
    }

    private static string Invariant(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
