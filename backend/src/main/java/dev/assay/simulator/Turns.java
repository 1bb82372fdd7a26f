package dev.assay.simulator;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * How many requests there were with the same script; of the {@value #MOST} scripts that were used
 * last. Confined to the event loop.
 */
final class Turns {
  private static final int MOST = 10_000;

  @SuppressWarnings("serial")
  private final Map<String, Long> turns =
      new LinkedHashMap<>(64, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Long> eldest) {
          return size() > MOST;
        }
      };

  /** The number of this request, from 0. */
  long next(String scriptKey) {
    return turns.merge(scriptKey, 1L, Long::sum) - 1;
  }
}
