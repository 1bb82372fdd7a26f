package dev.assay.database;

import com.github.f4b6a3.uuid.UuidCreator;
import java.util.UUID;

/** Makes the ids of rows. */
public final class Ids {
  private Ids() {}

  /** A new UUIDv7. Each is greater than all that this process made before it. */
  public static UUID next() {
    return UuidCreator.getTimeOrderedEpoch();
  }
}
