package dev.assay.generation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import dev.assay.access.Owner;
import dev.assay.generation.Queues.Place;
import dev.assay.model.ServerId;
import dev.assay.provider.Cancellation;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
class QueuesTest {
  private final ServerId server = new ServerId(new UUID(0, 1));
  private final Owner owner = new Owner(Owner.Type.USER, new UUID(0, 7));
  private final Queues queues = new Queues(1);
  private int inLine = 0;
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();

  @AfterEach
  void close() {
    threads.shutdownNow();
  }

  @Test
  void theNextOneRunsWhenAPlaceIsGivenBack() throws Exception {
    Place first = queues.take(server, owner, new Cancellation());
    CompletableFuture<Place> second = takeLater(new Cancellation());
    assertThat(second).isNotDone();
    first.close();
    second.get(5, TimeUnit.SECONDS).close();
    queues.take(server, owner, new Cancellation()).close();
  }

  @Test
  void anotherServerHasAQueueOfItsOwn() {
    queues.take(server, owner, new Cancellation());
    assertThatCode(() -> queues.take(new ServerId(new UUID(0, 2)), owner, new Cancellation()))
        .doesNotThrowAnyException();
  }

  @Test
  void whoIsCancelledWhileWaitingTakesNoPlace() throws Exception {
    Place first = queues.take(server, owner, new Cancellation());
    Cancellation cancellation = new Cancellation();
    CompletableFuture<Place> second = takeLater(cancellation);
    CompletableFuture<Place> third = takeLater(new Cancellation());
    cancellation.cancel();
    second.get(5, TimeUnit.SECONDS).close();
    assertThat(third).isNotDone();
    first.close();
    third.get(5, TimeUnit.SECONDS).close();
    queues.take(server, owner, new Cancellation()).close();
  }

  /** One has many waiting, another comes later with one. */
  @Test
  void ownersTakeTurns() throws Exception {
    Owner other = new Owner(Owner.Type.USER, new UUID(0, 8));
    List<String> order = new CopyOnWriteArrayList<>();
    Place first = queues.take(server, owner, new Cancellation());
    List<CompletableFuture<Void>> all = new ArrayList<>();
    for (int i = 1; i <= 3; i++) {
      all.add(waitInLine(owner, "many " + i, order));
    }
    all.add(waitInLine(other, "one", order));

    first.close();

    for (CompletableFuture<Void> one : all) {
      one.get(5, TimeUnit.SECONDS);
    }
    assertThat(order).containsExactly("many 1", "one", "many 2", "many 3");
  }

  /** Returns once it waits. */
  private CompletableFuture<Void> waitInLine(Owner whose, String name, List<String> order) {
    Cancellation cancellation = new Cancellation();
    CompletableFuture<Void> done =
        CompletableFuture.runAsync(
            () -> {
              try (Place _ = queues.take(server, whose, cancellation)) {
                order.add(name);
              }
            },
            threads);
    int expected = ++inLine;
    while (queues.waiting(server) < expected) {
      Thread.onSpinWait();
    }
    return done;
  }

  @Test
  void zeroMeansNoLimit() {
    Queues unlimited = new Queues(0);
    for (int i = 0; i < 1_000; i++) {
      unlimited.take(server, owner, new Cancellation());
    }
  }

  private CompletableFuture<Place> takeLater(Cancellation cancellation) {
    return CompletableFuture.supplyAsync(() -> queues.take(server, owner, cancellation), threads);
  }
}
