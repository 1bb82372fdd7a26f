package dev.assay.run;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.micronaut.serde.annotation.Serdeable;

/** A value, which may be empty, that was filled into a prompt version. */
@Serdeable
@JsonInclude(JsonInclude.Include.ALWAYS)
public record Variable(String name, String value, VariableSource source) {}
