package dev.assay.generation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import dev.assay.generation.Queues.Place;
import dev.assay.model.ServerId;
import dev.assay.provider.Cancellation;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
class QueuesTest {
  private final ServerId server = new ServerId(new UUID(0, 1));
  private final Queues queues = new Queues(1);
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();

  @AfterEach
  void close() {
    threads.shutdownNow();
  }

  @Test
  void theNextOneRunsWhenAPlaceIsGivenBack() throws Exception {
    Place first = queues.take(server, new Cancellation());
    CompletableFuture<Place> second = takeLater(new Cancellation());
    assertThat(second).isNotDone();
    first.close();
    second.get(5, TimeUnit.SECONDS).close();
    queues.take(server, new Cancellation()).close();
  }

  @Test
  void anotherServerHasAQueueOfItsOwn() {
    queues.take(server, new Cancellation());
    assertThatCode(() -> queues.take(new ServerId(new UUID(0, 2)), new Cancellation()))
        .doesNotThrowAnyException();
  }

  @Test
  void whoIsCancelledWhileWaitingTakesNoPlace() throws Exception {
    Place first = queues.take(server, new Cancellation());
    Cancellation cancellation = new Cancellation();
    CompletableFuture<Place> second = takeLater(cancellation);
    CompletableFuture<Place> third = takeLater(new Cancellation());
    cancellation.cancel();
    second.get(5, TimeUnit.SECONDS).close();
    assertThat(third).isNotDone();
    first.close();
    third.get(5, TimeUnit.SECONDS).close();
    queues.take(server, new Cancellation()).close();
  }

  @Test
  void zeroMeansNoLimit() {
    Queues unlimited = new Queues(0);
    for (int i = 0; i < 1_000; i++) {
      unlimited.take(server, new Cancellation());
    }
  }

  private CompletableFuture<Place> takeLater(Cancellation cancellation) {
    return CompletableFuture.supplyAsync(() -> queues.take(server, cancellation), threads);
  }
}
