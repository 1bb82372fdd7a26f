package dev.assay.generation;

import dev.assay.access.Owner;
import dev.assay.generation.Queues.Place;
import dev.assay.provider.Cancellation;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import java.util.function.IntSupplier;

/**
 * The queue of one model server. Of those who wait, owners take turns, so that nobody's two hundred
 * answers stand before another's one; each owner's own wait in the order of their arrival.
 */
final class Queue {
  // Guarded by this.
  /** Whose turn comes next stands first. */
  private final Map<Owner, Deque<CompletableFuture<Place>>> waiting = new LinkedHashMap<>();

  private int running = 0;
  private int limit = 0;

  /** How many run, and how many wait. */
  record Load(int running, int waiting) {}

  /** See {@link Queues#take}; {@code newest} is the limit from now on. */
  Place take(int newest, Owner owner, Cancellation cancellation, Consumer<IntSupplier> waits) {
    CompletableFuture<Place> turn = enqueue(newest, owner);
    if (!turn.isDone()) {
      waits.accept(() -> place(owner, turn));
    }
    cancellation.onCancel(() -> giveUp(owner, turn));
    try {
      return turn.join();
    } finally {
      cancellation.clear();
    }
  }

  synchronized Load load() {
    return new Load(running, waiting.values().stream().mapToInt(Deque::size).sum());
  }

  private synchronized CompletableFuture<Place> enqueue(int newest, Owner owner) {
    CompletableFuture<Place> turn = new CompletableFuture<>();
    waiting.computeIfAbsent(owner, _ -> new ArrayDeque<>()).add(turn);
    limit = newest;
    letIn();
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
    running--;
    letIn();
  }

  private void letIn() {
    while (running < limit && !waiting.isEmpty()) {
      running++;
      next().complete(this::giveBack);
    }
  }

  /** Whoever has had a turn goes to the end of the line. */
  private CompletableFuture<Place> next() {
    Map.Entry<Owner, Deque<CompletableFuture<Place>>> first = waiting.entrySet().iterator().next();
    Owner owner = first.getKey();
    Deque<CompletableFuture<Place>> own = first.getValue();
    CompletableFuture<Place> turn = own.remove();
    waiting.remove(owner);
    if (!own.isEmpty()) {
      waiting.put(owner, own);
    }
    return turn;
  }

  /** Which turn it has among all: before each of its owner's own, every other owner has one. */
  private synchronized int place(Owner owner, CompletableFuture<Place> turn) {
    int ownBefore = waiting.getOrDefault(owner, new ArrayDeque<>()).stream().toList().indexOf(turn);
    if (ownBefore < 0) {
      return 0;
    }
    int before = ownBefore;
    int rounds = ownBefore + 1;
    for (Map.Entry<Owner, Deque<CompletableFuture<Place>>> line : waiting.entrySet()) {
      if (line.getKey().equals(owner)) {
        // Who stands behind in the line of owners has a turn less before it.
        rounds--;
      } else {
        before += Math.min(line.getValue().size(), rounds);
      }
    }
    return before + 1;
  }
}
