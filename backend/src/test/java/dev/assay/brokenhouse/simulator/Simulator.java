package dev.assay.brokenhouse.simulator;

/** What only start-up may use. */
public record Simulator() {}
