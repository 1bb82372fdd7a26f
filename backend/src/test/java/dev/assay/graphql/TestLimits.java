package dev.assay.graphql;

import dev.assay.graphql.limit.DocumentLimits;
import java.time.Duration;

/** The limits of a server that nobody configured. */
public final class TestLimits {
  /** What {@code DocumentLimits} has by default. */
  public static final DocumentLimits USUAL =
      new DocumentLimits(100_000, 3_000, 100, 50, 20, 1_000, 50_000, Duration.ofSeconds(30));

  private TestLimits() {}
}
