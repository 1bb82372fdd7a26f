package dev.assay.provider;

import io.micronaut.serde.annotation.Serdeable;

/** Something that a user said and an assistant answered, shown to a model as an example. */
@Serdeable
public record ExampleTurn(String user, String assistant) {}
