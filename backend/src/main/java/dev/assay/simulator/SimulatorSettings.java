package dev.assay.simulator;

import org.jspecify.annotations.Nullable;

/**
 * How a simulator is set up.
 *
 * @param port the loopback port; 0 takes any free one
 * @param apiKey the key that {@code /v1} wants as {@code Authorization: Bearer}; null wants none
 * @param maxBodyBytes how long a request's body may be; longer ones are refused with 413
 * @param loggedExchanges how many exchanges the log keeps
 */
public record SimulatorSettings(
    int port, @Nullable String apiKey, int maxBodyBytes, int loggedExchanges) {
  private static final int MAX_BODY = 16 * 1024 * 1024;
  private static final int LOGGED = 2_000;

  /** No key, bodies of 16 MiB, 2,000 exchanges. */
  public static SimulatorSettings onPort(int port) {
    return new SimulatorSettings(port, null, MAX_BODY, LOGGED);
  }

  /** The same, but {@code /v1} wants this key. */
  public SimulatorSettings withApiKey(String key) {
    return new SimulatorSettings(port, key, maxBodyBytes, loggedExchanges);
  }

  /** The same, but with another limit for bodies. */
  public SimulatorSettings withMaxBodyBytes(int bytes) {
    return new SimulatorSettings(port, apiKey, bytes, loggedExchanges);
  }

  /** The same, but the log keeps so many exchanges. */
  public SimulatorSettings withLoggedExchanges(int exchanges) {
    return new SimulatorSettings(port, apiKey, maxBodyBytes, exchanges);
  }

  @Override
  public String toString() {
    return "SimulatorSettings[port=%d, apiKey=%s, maxBodyBytes=%d, loggedExchanges=%d]"
        .formatted(port, apiKey == null ? "none" : "set", maxBodyBytes, loggedExchanges);
  }
}
