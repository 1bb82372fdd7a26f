package dev.assay.graphql;

import io.micronaut.http.HttpRequest;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * Believes the header {@code X-Test-Caller}: it names the caller, and a stranger with {@code -}.
 */
public final class TestCallers implements Callers {
  private final Set<String> revoked = ConcurrentHashMap.newKeySet();

  @Override
  public @Nullable Caller of(HttpRequest<?> request) {
    String name = request.getHeaders().get("X-Test-Caller");
    return "-".equals(name) ? null : caller(name == null ? "somebody" : name);
  }

  private static Caller caller(String name) {
    UUID id = UUID.nameUUIDFromBytes(name.getBytes(java.nio.charset.StandardCharsets.UTF_8));
    return new Caller(new UserId(id), name, false, false);
  }

  @Override
  public boolean isStillValid(Caller caller) {
    return !revoked.contains(caller.name());
  }

  /** From now on this caller is not valid. */
  public void revoke(String name) {
    revoked.add(name);
  }
}
