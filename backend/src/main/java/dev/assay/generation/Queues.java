package dev.assay.generation;

import dev.assay.access.Owner;
import dev.assay.model.ServerId;
import dev.assay.provider.Cancellation;
import io.micronaut.context.annotation.Value;
import jakarta.inject.Singleton;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Lets at most so many answers of one model server run at once. Of those who wait, owners take
 * turns, so that nobody's two hundred answers stand before another's one; each owner's own wait in
 * the order of their arrival.
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
  Place take(ServerId server, Owner owner, Cancellation cancellation) {
    return queues.computeIfAbsent(server, _ -> new Queue()).take(owner, cancellation);
  }

  /** How many wait at a server. */
  int waiting(ServerId server) {
    Queue queue = queues.get(server);
    return queue == null ? 0 : queue.size();
  }

  private final class Queue {
    // Guarded by this.
    /** Whose turn comes next stands first. */
    private final Map<Owner, Deque<CompletableFuture<Place>>> waiting = new LinkedHashMap<>();

    private int taken = 0;

    Place take(Owner owner, Cancellation cancellation) {
      CompletableFuture<Place> turn = enqueue(owner);
      cancellation.onCancel(() -> giveUp(owner, turn));
      try {
        return turn.join();
      } finally {
        cancellation.clear();
      }
    }

    private synchronized int size() {
      return waiting.values().stream().mapToInt(Deque::size).sum();
    }

    private synchronized CompletableFuture<Place> enqueue(Owner owner) {
      CompletableFuture<Place> turn = new CompletableFuture<>();
      if (taken < limit) {
        taken++;
        turn.complete(this::giveBack);
      } else {
        waiting.computeIfAbsent(owner, _ -> new ArrayDeque<>()).add(turn);
      }
      return turn;
    }

    private synchronized void giveUp(Owner owner, CompletableFuture<Place> turn) {
      Deque<CompletableFuture<Place>> own = waiting.get(owner);
      if (own != null && own.remove(turn)) {
        if (own.isEmpty()) {
          waiting.remove(owner);
        }
        turn.complete(() -> {});
      }
    }

    private synchronized void giveBack() {
      if (waiting.isEmpty()) {
        taken--;
      } else {
        next().complete(this::giveBack);
      }
    }

    /** Whoever has had a turn goes to the end of the line. */
    private CompletableFuture<Place> next() {
      Map.Entry<Owner, Deque<CompletableFuture<Place>>> first =
          waiting.entrySet().iterator().next();
      Owner owner = first.getKey();
      Deque<CompletableFuture<Place>> own = first.getValue();
      CompletableFuture<Place> turn = own.remove();
      waiting.remove(owner);
      if (!own.isEmpty()) {
        waiting.put(owner, own);
      }
      return turn;
    }
  }
}
