package dev.assay.graphql;

import graphql.language.OperationDefinition.Operation;
import io.micronaut.context.annotation.Value;
import jakarta.inject.Singleton;
import org.jspecify.annotations.Nullable;

/**
 * How many operations a caller may begin in a minute: {@code RATE_LIMIT_PER_MINUTE} mutations, and
 * ten times as many queries and subscriptions. A subscription counts once, however long it is.
 */
@Singleton
final class CallerRates {
  private static final int READS_PER_MUTATION = 10;

  private final @Nullable RequestRate<UserId> mutations;
  private final @Nullable RequestRate<UserId> reads;

  CallerRates(@Value("${assay.rate-limit-per-minute:0}") int perMinute) {
    this.mutations = perMinute > 0 ? new RequestRate<>(perMinute) : null;
    this.reads = perMinute > 0 ? new RequestRate<>(READS_PER_MUTATION * perMinute) : null;
  }

  /** Counts an operation. Throws {@code RATE_LIMITED}. The transport counts strangers. */
  void count(@Nullable Caller caller, Operation operation) {
    RequestRate<UserId> rate = operation == Operation.MUTATION ? mutations : reads;
    if (caller != null && rate != null) {
      rate.count(caller.id());
    }
  }
}
