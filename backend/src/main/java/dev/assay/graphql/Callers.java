package dev.assay.graphql;

import io.micronaut.http.HttpRequest;
import org.jspecify.annotations.Nullable;

/** Establishes who calls. The transport asks it; {@code identity} answers. */
public interface Callers {
  /** The caller of a request or of a socket's upgrade; null for a stranger. May block. */
  @Nullable Caller of(HttpRequest<?> request);

  /**
   * Whether a socket's caller may stay, asked about once a second while the socket lives. Must be
   * quick.
   */
  boolean isStillValid(Caller caller);
}
