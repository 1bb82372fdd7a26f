package dev.assay.generation;

import dev.assay.access.Owner;
import dev.assay.model.ModelServer;
import dev.assay.model.ServerId;
import dev.assay.provider.Cancellation;
import io.micronaut.context.annotation.Value;
import jakarta.inject.Singleton;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import java.util.function.IntSupplier;

/** Lets at most so many answers of one model server run at once; the others wait in its queue. */
@Singleton
final class Queues {
  private final int limit;
  private final ConcurrentHashMap<ServerId, Queue> queues = new ConcurrentHashMap<>();

  /**
   * @param limit answers at once from a server that has no limit of its own; 0 for no limit
   */
  Queues(@Value("${assay.model-concurrency:64}") int limit) {
    this.limit = limit;
  }

  /** A place at a server, given back by {@link #close}. */
  interface Place extends AutoCloseable {
    @Override
    void close();
  }

  /**
   * Waits for a place. Cancelling ends the wait, and then the place is one that counts nowhere.
   *
   * @param waits is told, where there is a wait, what says at any time which place it has in the
   *     queue: 1 for the next, 0 for none any more
   */
  Place take(
      ModelServer server, Owner owner, Cancellation cancellation, Consumer<IntSupplier> waits) {
    return queue(server).take(limit(server), owner, cancellation, waits);
  }

  /** How many run at a server, and how many wait for it. */
  Queue.Load load(ModelServer server) {
    return queue(server).load();
  }

  /** How many may run at a server at once. */
  int limit(ModelServer server) {
    Integer own = server.maxConcurrency();
    int most = own == null ? limit : own;
    return most == 0 ? Integer.MAX_VALUE : most;
  }

  private Queue queue(ModelServer server) {
    return queues.computeIfAbsent(server.id(), _ -> new Queue());
  }
}
