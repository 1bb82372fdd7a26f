package dev.assay.model;

import dev.assay.access.Owner;
import dev.assay.provider.Protocol;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A model on a model server, as somebody registered it. GraphQL reads its fields by name.
 *
 * @param name what people call it
 * @param modelName what its server calls it
 * @param isActive whether runs can ask it
 * @param isOffered whether its server lists it; null where that is not known
 * @param removedAt null while it stands in the lists
 */
public record Model(
    ModelId id,
    ModelServer server,
    Owner owner,
    String name,
    String modelName,
    boolean isActive,
    @Nullable Boolean isOffered,
    ModelMetadata metadata,
    Instant createdAt,
    Instant updatedAt,
    @Nullable Instant removedAt) {

  /** The server's address. */
  public String endpointUrl() {
    return server.endpointUrl();
  }

  /** What the server speaks. */
  public Protocol protocol() {
    return server.protocol();
  }

  /** Whether a key is stored for the server. */
  public boolean hasApiKey() {
    return server.hasApiKey();
  }

  /** Whether the answers come from the built-in simulator. */
  public boolean isSimulated() {
    return server.isSimulated();
  }

  /** Whether its server is there, by the last check, and lists it. */
  public ModelHealth health() {
    return new ModelHealth(server.health(), isOffered);
  }

  /** Why no run can ask it now, in words; null where one can try. */
  public @Nullable String whyNotAsked() {
    Maintenance maintenance = server.maintenance();
    if (!isActive) {
      return name + " is switched off. Its owner can switch it on, or choose another model.";
    }
    if (maintenance != null) {
      String why = maintenance.message().isEmpty() ? "" : " " + maintenance.message();
      return "The server of %s is under maintenance.%s Choose another model, or try later."
          .formatted(name, why);
    }
    return null;
  }
}
