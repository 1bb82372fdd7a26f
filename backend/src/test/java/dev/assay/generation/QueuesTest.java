package dev.assay.generation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import dev.assay.access.Owner;
import dev.assay.generation.Queues.Place;
import dev.assay.model.HealthStatus;
import dev.assay.model.ModelServer;
import dev.assay.model.ServerHealth;
import dev.assay.model.ServerId;
import dev.assay.provider.Cancellation;
import dev.assay.provider.Protocol;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.function.IntSupplier;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
class QueuesTest {
  private final ModelServer server = server(1, null);
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
    Place first = queues.take(server, owner, new Cancellation(), _ -> {});
    CompletableFuture<Place> second = takeLater(new Cancellation());
    assertThat(second).isNotDone();
    first.close();
    second.get(5, TimeUnit.SECONDS).close();
    queues.take(server, owner, new Cancellation(), _ -> {}).close();
  }

  @Test
  void anotherServerHasAQueueOfItsOwn() {
    queues.take(server, owner, new Cancellation(), _ -> {});
    assertThatCode(() -> queues.take(server(2, null), owner, new Cancellation(), _ -> {}))
        .doesNotThrowAnyException();
  }

  @Test
  void whoIsCancelledWhileWaitingTakesNoPlace() throws Exception {
    Place first = queues.take(server, owner, new Cancellation(), _ -> {});
    Cancellation cancellation = new Cancellation();
    CompletableFuture<Place> second = takeLater(cancellation);
    CompletableFuture<Place> third = takeLater(new Cancellation());
    cancellation.cancel();
    second.get(5, TimeUnit.SECONDS).close();
    assertThat(third).isNotDone();
    first.close();
    third.get(5, TimeUnit.SECONDS).close();
    queues.take(server, owner, new Cancellation(), _ -> {}).close();
  }

  /** One has many waiting, another comes later with one. */
  @Test
  void ownersTakeTurns() throws Exception {
    Owner other = new Owner(Owner.Type.USER, new UUID(0, 8));
    List<String> order = new CopyOnWriteArrayList<>();
    Place first = queues.take(server, owner, new Cancellation(), _ -> {});
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
              try (Place _ = queues.take(server, whose, cancellation, _ -> {})) {
                order.add(name);
              }
            },
            threads);
    int expected = ++inLine;
    while (queues.load(server).waiting() < expected) {
      Thread.onSpinWait();
    }
    return done;
  }

  /** What the page shows: how many come before one. */
  @Test
  void whoWaitsIsToldItsPlace() throws Exception {
    Owner other = new Owner(Owner.Type.USER, new UUID(0, 8));
    Place first = queues.take(server, owner, new Cancellation(), _ -> {});
    List<IntSupplier> mine = new ArrayList<>();
    for (int i = 0; i < 3; i++) {
      mine.add(placeOf(owner));
    }
    IntSupplier others = placeOf(other);

    assertThat(mine.stream().map(IntSupplier::getAsInt)).containsExactly(1, 3, 4);
    assertThat(others.getAsInt()).isEqualTo(2);

    first.close();

    assertThat(mine.stream().map(IntSupplier::getAsInt)).containsExactly(0, 2, 3);
    assertThat(others.getAsInt()).isEqualTo(1);
  }

  /** Of one that waits from now on. */
  private IntSupplier placeOf(Owner whose) throws Exception {
    CompletableFuture<IntSupplier> place = new CompletableFuture<>();
    threads.submit(() -> queues.take(server, whose, new Cancellation(), place::complete));
    return place.get(5, TimeUnit.SECONDS);
  }

  @Test
  void aServersOwnLimitHoldsBeforeTheSetting() {
    ModelServer two = server(3, 2);
    queues.take(two, owner, new Cancellation(), _ -> {});
    queues.take(two, owner, new Cancellation(), _ -> {});
    CompletableFuture<Place> third =
        CompletableFuture.supplyAsync(
            () -> queues.take(two, owner, new Cancellation(), _ -> {}), threads);
    while (queues.load(two).waiting() < 1) {
      Thread.onSpinWait();
    }
    // A raised limit lets in who waits already.
    queues.take(server(3, 4), owner, new Cancellation(), _ -> {});
    assertThat(third).succeedsWithin(Duration.ofSeconds(5));
  }

  private static ModelServer server(long id, @Nullable Integer limit) {
    return new ModelServer(
        new ServerId(new UUID(0, id)),
        new Owner(Owner.Type.USER, new UUID(0, 7)),
        "http://localhost:8000/v1",
        Protocol.OPENAI,
        null,
        false,
        limit,
        null,
        new ServerHealth(HealthStatus.UNKNOWN, null, null, null, null),
        Instant.EPOCH,
        Instant.EPOCH);
  }

  @Test
  void zeroMeansNoLimit() {
    Queues unlimited = new Queues(0);
    for (int i = 0; i < 1_000; i++) {
      unlimited.take(server, owner, new Cancellation(), _ -> {});
    }
  }

  private CompletableFuture<Place> takeLater(Cancellation cancellation) {
    return CompletableFuture.supplyAsync(
        () -> queues.take(server, owner, cancellation, _ -> {}), threads);
  }
}
