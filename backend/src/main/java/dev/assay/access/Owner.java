package dev.assay.access;

import dev.assay.graphql.Caller;
import java.util.UUID;

/**
 * Whose a row is. Every owned table has the columns {@code owner_type} and {@code owner_id}.
 *
 * @param id of the user, by the type
 */
public record Owner(Type type, UUID id) {
  /** What kind of owner; groups and projects come later. */
  public enum Type {
    /** One person. */
    USER
  }

  /** The owner of what this caller makes. */
  public static Owner of(Caller caller) {
    return new Owner(Type.USER, caller.id().value());
  }
}
