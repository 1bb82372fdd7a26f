package dev.assay.model;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What checks of a model server found. GraphQL reads its fields by name.
 *
 * @param since when the first of the checks was that all found the same; null before any
 * @param checkedAt when it was checked last; null before
 * @param latencyMs from sending the request to the end of its answer; null unless UP
 * @param message what is wrong and what to do about it; null unless DOWN
 */
public record ServerHealth(
    HealthStatus status,
    @Nullable Instant since,
    @Nullable Instant checkedAt,
    @Nullable Double latencyMs,
    @Nullable String message) {}
