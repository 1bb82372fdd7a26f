package dev.assay.graphql;

import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import dev.assay.error.AppException;
import dev.assay.error.ErrorCode;
import io.github.bucket4j.Bucket;
import io.github.bucket4j.ConsumptionProbe;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/**
 * How many requests each of many may make in a minute. Whoever has made none for a while may make
 * them all at once; then they come back evenly.
 *
 * @param <K> whom it counts apart
 */
public final class RequestRate<K> {
  private static final Duration MINUTE = Duration.ofMinutes(1);

  /** So many are remembered; who is forgotten begins anew. */
  private static final int MAX_KEYS = 100_000;

  private final LoadingCache<K, Bucket> buckets;

  /** A rate for each; must be more than 0. */
  public RequestRate(int perMinute) {
    this.buckets =
        Caffeine.newBuilder()
            .maximumSize(MAX_KEYS)
            .expireAfterAccess(MINUTE)
            .build(key -> bucket(perMinute));
  }

  private static Bucket bucket(int perMinute) {
    return Bucket.builder()
        .addLimit(limit -> limit.capacity(perMinute).refillGreedy(perMinute, MINUTE))
        .build();
  }

  /** Counts a request. Throws {@code RATE_LIMITED} for one too many, with {@code retryAfterMs}. */
  public void count(K who) {
    ConsumptionProbe probe = buckets.get(who).tryConsumeAndReturnRemaining(1);
    if (!probe.isConsumed()) {
      long waitMs = TimeUnit.NANOSECONDS.toMillis(probe.getNanosToWaitForRefill()) + 1;
      throw new AppException(
          ErrorCode.RATE_LIMITED,
          "Too many requests. Try again in %d seconds.".formatted(waitMs / 1000 + 1),
          Map.of("retryAfterMs", waitMs));
    }
  }
}
