using Microsoft.Extensions.Hosting;

namespace DefectVision.Automation.Serving;

/// <summary>The server ends when its owner ends it: signals are the owner's.</summary>
internal sealed class SilentLifetime : IHostLifetime
{
    public Task WaitForStartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
