package dev.assay.generation;

import dev.assay.error.AppException;
import dev.assay.error.ErrorCode;
import dev.assay.model.ServerId;
import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.github.resilience4j.circuitbreaker.CircuitBreaker.State;
import io.github.resilience4j.circuitbreaker.CircuitBreakerConfig;
import io.github.resilience4j.circuitbreaker.CircuitBreakerConfig.SlidingWindowType;
import io.micronaut.context.annotation.Value;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Leaves a model server alone that failed several times in a row before it said anything, and tries
 * it again with one request after a while: so that nobody waits for what is not there, and what
 * comes back is not overrun.
 */
@Singleton
final class Breakers {
  private final int failures;
  private final Duration pause;
  private final CircuitBreakerConfig config;
  private final ConcurrentHashMap<ServerId, CircuitBreaker> breakers = new ConcurrentHashMap<>();

  /** Until when servers are left alone, or were. */
  private final ConcurrentHashMap<ServerId, Instant> paused = new ConcurrentHashMap<>();

  /**
   * @param failures in a row that open a breaker
   * @param pause how long it stays open
   */
  Breakers(
      @Value("${assay.upstream.breaker-failures:5}") int failures,
      @Value("${assay.upstream.breaker-pause:15s}") Duration pause) {
    this.failures = failures;
    this.pause = pause;
    this.config =
        CircuitBreakerConfig.custom()
            .slidingWindowType(SlidingWindowType.COUNT_BASED)
            .slidingWindowSize(failures)
            .minimumNumberOfCalls(failures)
            .failureRateThreshold(100)
            .waitDurationInOpenState(pause)
            .permittedNumberOfCallsInHalfOpenState(1)
            .build();
  }

  /**
   * Asks for leave to send one request. Throws {@code UPSTREAM_UNAVAILABLE} while the server is
   * left alone.
   *
   * @param name of the server, for people
   */
  Trial begin(ServerId server, String name) {
    CircuitBreaker breaker = breakers.computeIfAbsent(server, this::breaker);
    if (!breaker.tryAcquirePermission()) {
      throw new AppException(
          ErrorCode.UPSTREAM_UNAVAILABLE,
          "%s failed %d times in a row, so it is left alone for up to %d s. Is it running?"
              .formatted(name, failures, pause.toSeconds()),
          Map.of("retryAfterMs", pause.toMillis()));
    }
    return new Trial(breaker);
  }

  /** Until when a server is left alone; null while it is not. */
  @Nullable Instant pausedUntil(ServerId server) {
    Instant until = paused.get(server);
    return until == null || until.isBefore(Instant.now()) ? null : until;
  }

  private CircuitBreaker breaker(ServerId server) {
    CircuitBreaker breaker = CircuitBreaker.of(server.toString(), config);
    breaker
        .getEventPublisher()
        .onStateTransition(event -> {
          if (event.getStateTransition().getToState() == State.OPEN) {
            paused.put(server, Instant.now().plus(pause));
          } else {
            paused.remove(server);
          }
        });
    return breaker;
  }

  /** One request. What is said first of how it went counts. */
  static final class Trial implements AutoCloseable {
    private final CircuitBreaker breaker;
    private final long beganNanos = System.nanoTime();
    private boolean isCounted = false;

    private Trial(CircuitBreaker breaker) {
      this.breaker = breaker;
    }

    /** The server is alive: it said something, be it a refusal. */
    void succeeded() {
      if (!isCounted) {
        isCounted = true;
        breaker.onSuccess(took(), TimeUnit.NANOSECONDS);
      }
    }

    /** The server could not be reached, failed, or was silent for too long. */
    void failed(Throwable error) {
      if (!isCounted) {
        isCounted = true;
        breaker.onError(took(), TimeUnit.NANOSECONDS, error);
      }
    }

    /** Nothing was learned: somebody stopped it. */
    @Override
    public void close() {
      if (!isCounted) {
        isCounted = true;
        breaker.releasePermission();
      }
    }

    private long took() {
      return System.nanoTime() - beganNanos;
    }
  }
}
