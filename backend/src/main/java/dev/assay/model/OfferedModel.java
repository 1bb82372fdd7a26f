package dev.assay.model;

/** A model that the built-in simulator offers to newcomers. */
public record OfferedModel(String name, String modelName, ModelMetadata metadata) {}
