package dev.assay.brokenhouse.run;

import dev.assay.brokenhouse.error.UsesAHigherFloor;

/** What floor 0 uses. */
public record Run(UsesAHigherFloor error) {}
