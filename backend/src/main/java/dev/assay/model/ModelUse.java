package dev.assay.model;

import dev.assay.graphql.UserId;
import java.util.Set;
import java.util.UUID;

/** Who uses models: told by the features above that do. */
public interface ModelUse {
  /** The ids of those of a person's models that somebody else has used. */
  Set<UUID> usedByOthers(UserId owner);
}
