package dev.assay.identity;

import dev.assay.graphql.UserId;

/** A person, as others may know of one. */
public record Person(UserId id, String name) {}
