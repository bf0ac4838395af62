using DefectVision.Statistics;
using DefectVision.Statistics.Calibration;

namespace DefectVision.Training.Tests;

/// <summary>Rule: the level is that of the threshold of least cost, weighed by the share of defective photos expected (Elkan 2001), by hand.</summary>
public sealed class CostsTests
{
    private static readonly (double, bool)[] Scored = [(0, false), (1, false), (2, false), (3, false), (2.5, true), (4, true)];

    // Half of the photos defective: each of the two weighs twice. Flagging from 2.5 costs one false alarm, from 4 a miss of 2.
    [Fact]
    public void A_dear_miss_bears_a_false_alarm() => Assert.Equal(2 / 5.0, Level(1, 0.5));

    [Fact]
    public void A_cheap_miss_does_not() => Assert.Equal(1 / 5.0, Level(0.1, 0.5));

    // At 5 % each defective photo weighs 4 x 0.05 / (2 x 0.95) = 0.105.
    [Fact]
    public void Where_defects_are_rare_false_alarms_weigh_more() => Assert.Equal(1 / 5.0, Level(1, 0.05));

    private static double Level(double missed, double share) => new Costs(new ErrorCosts((decimal)missed, 1, 0), new Rate(share)).CheapestLevel(Scored);
}
