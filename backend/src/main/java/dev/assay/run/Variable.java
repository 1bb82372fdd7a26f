package dev.assay.run;

import io.micronaut.serde.annotation.Serdeable;

/** A value that was filled into a prompt version. */
@Serdeable
public record Variable(String name, String value, VariableSource source) {}
