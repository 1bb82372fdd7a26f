package dev.assay.graphql;

import java.util.UUID;

/** A person's id. */
public record UserId(UUID value) {}
