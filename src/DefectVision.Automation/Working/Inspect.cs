namespace DefectVision.Automation.Working;

/// <summary>Inspects a shipment to its end, or until it is stopped; the same job again goes on where it was.</summary>
/// <param name="job">What to inspect.</param>
/// <param name="progress">Told of files as they are done.</param>
/// <param name="cancel">Stops it.</param>
/// <exception cref="OperationCanceledException">It was stopped.</exception>
public delegate JobEnd Inspect(Job job, IProgress<JobProgress> progress, CancellationToken cancel);
