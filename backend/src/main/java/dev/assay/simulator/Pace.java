package dev.assay.simulator;

/**
 * When each token is due, counted from one start, so that being late once never delays the rest.
 * Jitter makes a token late by up to its share of the gap, and never changes the order.
 *
 * @param first when token 0 is due, {@link System#nanoTime}
 * @param gap nanoseconds from one token to the next
 * @param jitter percent of the gap
 */
record Pace(long first, long gap, int jitter, long seed) {

  long due(int token) {
    return first + token * gap + late(token);
  }

  private long late(int token) {
    if (jitter == 0 || token == 0) {
      return 0;
    }
    long most = gap / 100 * jitter;
    return most == 0 ? 0 : (mixed(seed + token) >>> 1) % most;
  }

  /** SplitMix64's finisher: a random number for every number. */
  static long mixed(long number) {
    long z = number * 0x9E3779B97F4A7C15L;
    z = (z ^ (z >>> 30)) * 0xBF58476D1CE4E5B9L;
    z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
    return z ^ (z >>> 31);
  }
}
