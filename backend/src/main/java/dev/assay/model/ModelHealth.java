package dev.assay.model;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The health of a model's server, and whether that lists the model. GraphQL reads its fields by
 * name.
 *
 * @param isOffered null where the server's list is not known
 */
public record ModelHealth(ServerHealth server, @Nullable Boolean isOffered) {
  /** As the server's. */
  public HealthStatus status() {
    return server.status();
  }

  /** As the server's. */
  public @Nullable Instant since() {
    return server.since();
  }

  /** As the server's. */
  public @Nullable Instant checkedAt() {
    return server.checkedAt();
  }

  /** As the server's. */
  public @Nullable Double latencyMs() {
    return server.latencyMs();
  }

  /** As the server's. */
  public @Nullable String message() {
    return server.message();
  }
}
