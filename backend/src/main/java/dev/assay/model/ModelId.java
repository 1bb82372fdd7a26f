package dev.assay.model;

import java.util.UUID;

/** A model's id. */
public record ModelId(UUID value) {
  @Override
  public String toString() {
    return value.toString();
  }
}
