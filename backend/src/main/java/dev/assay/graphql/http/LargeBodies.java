package dev.assay.graphql.http;

import dev.assay.error.AppException;
import dev.assay.error.ErrorCode;
import dev.assay.graphql.Caller;
import dev.assay.graphql.UserId;
import jakarta.inject.Singleton;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import org.jspecify.annotations.Nullable;

/**
 * Room for the few requests whose bodies are larger than most, such as batches of long messages.
 * They are for callers who are signed in, say their length beforehand, and are in the memory one at
 * a time for each caller and a few at a time in all: from their first byte until they are answered.
 */
@Singleton
final class LargeBodies {
  /** What anybody may send. */
  static final int USUAL_BYTES = 1024 * 1024;

  /** What a caller who is signed in may send. */
  static final int MOST_BYTES = 16 * 1024 * 1024;

  static final int AT_ONCE = 4;
  private static final long RETRY_AFTER_MS = 1_000;
  private static final Room NONE = () -> {};

  private final Semaphore places = new Semaphore(AT_ONCE);
  private final Set<UserId> busy = ConcurrentHashMap.newKeySet();

  /** The room that a body takes until it is closed. */
  interface Room extends AutoCloseable {
    @Override
    void close();
  }

  /**
   * Makes room for a body.
   *
   * @param bytes its length; -1 where it was not said, and then it is a usual one
   * @throws BodyTooLarge where it is larger than the caller may send
   */
  Room enter(@Nullable Caller caller, long bytes) {
    if (bytes <= USUAL_BYTES) {
      return NONE;
    }
    if (caller == null || bytes > MOST_BYTES) {
      throw new BodyTooLarge();
    }
    return enter(caller.id());
  }

  /** How many there are now. */
  int count() {
    return AT_ONCE - places.availablePermits();
  }

  private Room enter(UserId caller) {
    if (!busy.add(caller)) {
      throw later("Another large request of yours is at work. Try again when it is answered.");
    }
    if (!places.tryAcquire()) {
      busy.remove(caller);
      throw later("Too many large requests are at work. Try again in a moment.");
    }
    return () -> {
      places.release();
      busy.remove(caller);
    };
  }

  private static AppException later(String message) {
    return new AppException(
        ErrorCode.RATE_LIMITED, message, Map.of("retryAfterMs", RETRY_AFTER_MS));
  }
}
