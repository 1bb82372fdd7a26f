package dev.assay.model;

import java.util.UUID;

/** A model server's id. */
public record ServerId(UUID value) {
  @Override
  public String toString() {
    return value.toString();
  }
}
