package dev.assay.graphql;

import graphql.GraphQLContext;
import java.util.Objects;
import java.util.concurrent.ThreadLocalRandom;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The name of one request in answers and in the log. Whoever sends a well-formed one in {@code
 * X-Request-Id} gives the request its name; it proves nothing and opens nothing.
 */
public record RequestId(String value) {
  /** The header that carries it, both ways. */
  public static final String HEADER = "X-Request-Id";

  private static final Pattern WELL_FORMED = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._:-]{0,99}");

  /** The id that came in, or a new one where none did or it is not well-formed. */
  public static RequestId of(@Nullable String incoming) {
    return incoming != null && WELL_FORMED.matcher(incoming).matches()
        ? new RequestId(incoming)
        : next();
  }

  /**
   * The id of the request that an execution belongs to; of a subscription, the one that began it.
   */
  public static RequestId of(GraphQLContext context) {
    return Objects.requireNonNull(context.get(RequestId.class));
  }

  /** A new id: unique enough to find a line in a log, not a secret. */
  public static RequestId next() {
    ThreadLocalRandom random = ThreadLocalRandom.current();
    return new RequestId("%016x%08x".formatted(random.nextLong(), random.nextInt()));
  }
}
