// Each of these tests keeps both cores of a small machine busy: one after the other they measure the product, at once they would measure each other.
[assembly: CollectionBehavior(DisableTestParallelization = true)]
