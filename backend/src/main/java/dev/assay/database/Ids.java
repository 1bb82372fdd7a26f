package dev.assay.database;

import com.github.f4b6a3.uuid.UuidCreator;
import java.time.Instant;
import java.util.UUID;

/** Makes the ids of rows. */
public final class Ids {
  private static final int TIME_SHIFT = 16;
  private static final long BELOW_TIME = 0xffff;

  private Ids() {}

  /** A new UUIDv7. Each is greater than all that this process made before it. */
  public static UUID next() {
    return UuidCreator.getTimeOrderedEpoch();
  }

  /** A new UUIDv7 as if it had been made at another time, for a row that takes its place there. */
  public static UUID at(Instant time) {
    UUID random = next();
    long timed = time.toEpochMilli() << TIME_SHIFT | random.getMostSignificantBits() & BELOW_TIME;
    return new UUID(timed, random.getLeastSignificantBits());
  }
}
