package dev.assay.brokenhouse.provider.wire;

/** Hidden below the top of its package. */
public record Frame() {}
