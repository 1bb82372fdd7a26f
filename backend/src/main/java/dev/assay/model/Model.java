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
 * @param endpointUrl the server's address
 * @param hasApiKey whether a key is stored for the server
 * @param removedAt null while it stands in the lists
 */
public record Model(
    ModelId id,
    ServerId serverId,
    Owner owner,
    String name,
    String modelName,
    String endpointUrl,
    Protocol protocol,
    boolean hasApiKey,
    boolean isSimulated,
    ModelMetadata metadata,
    Instant createdAt,
    Instant updatedAt,
    @Nullable Instant removedAt) {}
