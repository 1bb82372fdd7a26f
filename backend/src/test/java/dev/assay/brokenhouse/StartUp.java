package dev.assay.brokenhouse;

/** What nobody may use. */
public record StartUp() {}
