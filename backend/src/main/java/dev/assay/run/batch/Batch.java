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
 * @param removedAt when it was taken out of the list; null while it stands there
 */
record Batch(
    UUID id,
    Owner owner,
    String name,
    Status status,
    boolean isCancelled,
    Instant createdAt,
    @Nullable Instant finishedAt,
    @Nullable Instant removedAt) {
  Batch ended(Status end, Instant at) {
    return new Batch(id, owner, name, end, isCancelled, createdAt, at, removedAt);
  }
}
