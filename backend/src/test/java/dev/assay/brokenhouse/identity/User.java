package dev.assay.brokenhouse.identity;

/** What a neighbour uses. */
public record User() {}
