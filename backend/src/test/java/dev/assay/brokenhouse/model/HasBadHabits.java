package dev.assay.brokenhouse.model;

import jakarta.inject.Inject;
import java.util.Date;
import org.jspecify.annotations.Nullable;

/** Injects a field, uses an old date, writes to the console and sleeps. */
final class HasBadHabits {
  @Inject @Nullable Date since;

  static void doze() throws InterruptedException {
    System.out.println("Good night.");
    Thread.sleep(1);
  }
}
