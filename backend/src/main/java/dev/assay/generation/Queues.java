package dev.assay.generation;

import dev.assay.model.ServerId;
import dev.assay.provider.Cancellation;
import io.micronaut.context.annotation.Value;
import jakarta.inject.Singleton;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Lets at most so many answers of one model server run at once; the others wait in the order of
 * their arrival.
 */
@Singleton
final class Queues {
  private final int limit;
  private final ConcurrentHashMap<ServerId, Queue> queues = new ConcurrentHashMap<>();

  /**
   * @param limit answers at once from one server; 0 for no limit
   */
  Queues(@Value("${assay.model-concurrency:64}") int limit) {
    this.limit = limit == 0 ? Integer.MAX_VALUE : limit;
  }

  /** A place at a server, given back by {@link #close}. */
  interface Place extends AutoCloseable {
    @Override
    void close();
  }

  /** Waits for a place. Cancelling ends the wait, and then the place is one that counts nowhere. */
  Place take(ServerId server, Cancellation cancellation) {
    return queues.computeIfAbsent(server, _ -> new Queue()).take(cancellation);
  }

  private final class Queue {
    // Guarded by this.
    private final Deque<CompletableFuture<Place>> waiting = new ArrayDeque<>();
    private int taken = 0;

    Place take(Cancellation cancellation) {
      CompletableFuture<Place> turn = enqueue();
      cancellation.onCancel(() -> giveUp(turn));
      try {
        return turn.join();
      } finally {
        cancellation.clear();
      }
    }

    private synchronized CompletableFuture<Place> enqueue() {
      CompletableFuture<Place> turn = new CompletableFuture<>();
      if (taken < limit) {
        taken++;
        turn.complete(this::giveBack);
      } else {
        waiting.add(turn);
      }
      return turn;
    }

    private synchronized void giveUp(CompletableFuture<Place> turn) {
      if (waiting.remove(turn)) {
        turn.complete(() -> {});
      }
    }

    private synchronized void giveBack() {
      CompletableFuture<Place> next = waiting.poll();
      if (next == null) {
        taken--;
      } else {
        next.complete(this::giveBack);
      }
    }
  }
}
