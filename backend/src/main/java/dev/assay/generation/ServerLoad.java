package dev.assay.generation;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What Assay asks of a model server at this moment. GraphQL reads its fields by name.
 *
 * @param limit how many may run at once; null for no limit
 * @param pausedUntil until when it is left alone for its failures; null while it is not
 */
record ServerLoad(
    int running, int waiting, @Nullable Integer limit, @Nullable Instant pausedUntil) {}
