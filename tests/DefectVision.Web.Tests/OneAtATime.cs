// A browser and a program of its own want both cores.
[assembly: CollectionBehavior(DisableTestParallelization = true)]
