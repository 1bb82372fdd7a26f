package dev.assay.model;

import dev.assay.access.Owner;
import dev.assay.provider.Protocol;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One owner's model server: an address and what it speaks, with what all its models share. GraphQL
 * reads its fields by name.
 *
 * @param endpointUrl the base of its paths
 * @param apiKeySetAt when its key was stored; null where there is none
 * @param maxConcurrency how many answers it is asked for at once; 0 for no limit, null for the
 *     setting's
 * @param maintenance null while it may be asked
 */
public record ModelServer(
    ServerId id,
    Owner owner,
    String endpointUrl,
    Protocol protocol,
    @Nullable Instant apiKeySetAt,
    boolean isSimulated,
    @Nullable Integer maxConcurrency,
    @Nullable Maintenance maintenance,
    ServerHealth health,
    Instant createdAt,
    Instant updatedAt) {

  /** Whether a key is stored for it. */
  public boolean hasApiKey() {
    return apiKeySetAt != null;
  }
}
