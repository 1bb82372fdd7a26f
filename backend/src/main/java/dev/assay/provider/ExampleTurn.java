package dev.assay.provider;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.micronaut.serde.annotation.Serdeable;

/** Something that a user said and an assistant answered, shown to a model as an example. */
@Serdeable
@JsonInclude(JsonInclude.Include.ALWAYS)
public record ExampleTurn(String user, String assistant) {}
