package dev.assay.run.batch;

import dev.assay.access.Owner;
import dev.assay.generation.Status;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Many messages, asked the same way.
 *
 * @param isCancelled whether somebody wants it to end
 */
record Batch(
    UUID id,
    Owner owner,
    String name,
    Status status,
    boolean isCancelled,
    Instant createdAt,
    @Nullable Instant finishedAt) {
  Batch ended(Status end, Instant at) {
    return new Batch(id, owner, name, end, isCancelled, createdAt, at);
  }
}
