package dev.assay.graphql;

import io.micronaut.http.HttpRequest;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Establishes who calls. The transport asks it; {@code identity} answers. Both may block. */
public interface Callers {
  /**
   * The caller of a request or of a socket's upgrade; null for a stranger. Throws {@code
   * UNAUTHENTICATED} where {@code authorization} is given and proves nothing.
   *
   * @param authorization the {@code Authorization} header, or what a socket's {@code
   *     connection_init} has in its place; it goes before the request's cookies
   */
  @Nullable Caller of(HttpRequest<?> request, @Nullable String authorization);

  /**
   * Those of the callers who may stay, asked twice a second while somebody is here: whose proof has
   * neither expired nor been revoked, and who are not locked out.
   */
  Set<Caller> valid(Set<Caller> callers);
}
