package dev.assay.brokenhouse.attic;

/** Stands in a package that is not on the map, and that is not null-marked. */
record OffTheMap() {}
