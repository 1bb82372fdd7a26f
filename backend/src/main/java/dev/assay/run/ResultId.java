package dev.assay.run;

import java.util.UUID;

/** A result's id. */
public record ResultId(UUID value) {
  @Override
  public String toString() {
    return value.toString();
  }
}
