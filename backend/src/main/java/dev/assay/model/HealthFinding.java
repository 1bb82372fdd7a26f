package dev.assay.model;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What one check of a model server found.
 *
 * @param latencyMs from sending the request to the end of its answer; null unless UP
 * @param message what is wrong; null unless DOWN
 * @param offered what the server calls the models that it lists; null where it lists none
 */
record HealthFinding(
    HealthStatus status,
    @Nullable Double latencyMs,
    @Nullable String message,
    @Nullable List<String> offered) {

  static HealthFinding up(double latencyMs, @Nullable List<String> offered) {
    return new HealthFinding(HealthStatus.UP, latencyMs, null, offered);
  }

  static HealthFinding down(String message) {
    return new HealthFinding(HealthStatus.DOWN, null, message, null);
  }
}
