package dev.assay.graphql;

import io.micronaut.http.HttpRequest;
import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Believes the header {@code X-Test-Caller}: it names the caller, a stranger with {@code -}, and
 * with {@code ?} one of whom nobody can tell.
 */
public final class TestCallers implements Callers {
  /** Who calls where nobody says otherwise. */
  static final Caller SOMEBODY = caller("somebody");

  private final Set<String> revoked = ConcurrentHashMap.newKeySet();

  @Override
  public @Nullable Caller of(HttpRequest<?> request, @Nullable String authorization) {
    String name = request.getHeaders().get("X-Test-Caller");
    if ("?".equals(name)) {
      throw new IllegalStateException("the database is away");
    }
    return "-".equals(name) ? null : name == null ? SOMEBODY : caller(name);
  }

  private static Caller caller(String name) {
    UUID id = UUID.nameUUIDFromBytes(name.getBytes(java.nio.charset.StandardCharsets.UTF_8));
    return new Caller(new UserId(id), name, false, Credential.session(id, Instant.MAX));
  }

  @Override
  public Set<Caller> valid(Set<Caller> callers) {
    return callers.stream()
        .filter(caller -> !revoked.contains(caller.name()))
        .collect(Collectors.toSet());
  }

  /** From now on this caller is not valid. */
  public void revoke(String name) {
    revoked.add(name);
  }
}
