package dev.assay.identity;

import dev.assay.graphql.Caller;
import dev.assay.graphql.Callers;
import dev.assay.graphql.UserId;
import io.micronaut.http.HttpRequest;
import jakarta.inject.Singleton;
import java.util.UUID;

/**
 * Local mode: whoever reaches a server that listens on loopback only is its one user. Start-up
 * refuses any other address, and the transport checks Host and Origin, so that no web page can
 * borrow the caller.
 */
@Singleton
public final class LocalCallers implements Callers {
  /** The local user; the id is fixed so that rows keep their owner over restarts. */
  public static final Caller LOCAL =
      new Caller(
          new UserId(UUID.fromString("01900000-0000-7000-8000-000000000001")),
          "Local user",
          true,
          true);

  @Override
  public Caller of(HttpRequest<?> request) {
    return LOCAL;
  }

  @Override
  public boolean isStillValid(Caller caller) {
    return LOCAL.equals(caller);
  }
}
