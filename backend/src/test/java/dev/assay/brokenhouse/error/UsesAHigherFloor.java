package dev.assay.brokenhouse.error;

import dev.assay.brokenhouse.run.Run;

/** Floor 0 uses floor 5, which uses floor 0: a cycle too. */
public record UsesAHigherFloor(Run run) {}
