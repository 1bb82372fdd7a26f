package dev.assay.model;

/**
 * What is written down of a model.
 *
 * @param name what people call it
 * @param modelName what its server calls it
 */
public record ModelDraft(String name, String modelName, ModelMetadata metadata) {}
