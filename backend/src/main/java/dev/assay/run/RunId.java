package dev.assay.run;

import java.util.UUID;

/** A run's id. */
public record RunId(UUID value) {
  @Override
  public String toString() {
    return value.toString();
  }
}
