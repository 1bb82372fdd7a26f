package dev.assay.graphql;

import graphql.ExecutionInput;
import graphql.language.OperationDefinition;
import java.time.Duration;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Logs every execution that takes a second or more, with what finds it again. */
final class SlowRequests {
  private static final Logger LOG = LoggerFactory.getLogger(SlowRequests.class);
  private static final Duration SLOW = Duration.ofSeconds(1);

  private SlowRequests() {}

  static <T> T noticing(ExecutionInput input, RequestId id, Supplier<T> execution) {
    long start = System.nanoTime();
    try {
      return execution.get();
    } finally {
      Duration taken = Duration.ofNanos(System.nanoTime() - start);
      if (taken.compareTo(SLOW) >= 0) {
        LOG.warn("Request {} ({}) took {} ms", id.value(), nameOf(input), taken.toMillis());
      }
    }
  }

  /** The operation's name as the parser read it: what the client sent beside may be anything. */
  private static String nameOf(ExecutionInput input) {
    OperationDefinition operation = Rules.executed(input.getGraphQLContext());
    return operation == null || operation.getName() == null ? "unnamed" : operation.getName();
  }
}
