package dev.assay.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class LoadTest {
  private static final int STREAMS = 200;

  @Test
  void twoHundredStreamsAtOnceArriveWhole() throws Exception {
    try (Simulator simulator = Simulator.start(0);
        ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      Client client = new Client(simulator);
      List<Future<Client.Answer>> answers = new ArrayList<>();
      for (int i = 0; i < STREAMS; i++) {
        String model = "sim?text=numbers&gap=5ms&ttft=300ms&jitter=80&tokens=" + (100 + i);
        answers.add(threads.submit(() -> client.stream(model)));
      }
      for (int i = 0; i < STREAMS; i++) {
        Client.Answer answer = answers.get(i).get(60, TimeUnit.SECONDS);
        assertThat(answer.joined("content")).isEqualTo(ChatTest.numbers(100 + i));
        assertThat(answer.events().getLast()).isEqualTo("[DONE]");
      }
      assertThat(mostAtOnce(simulator.log().exchanges()))
          .as("streams at once")
          .isGreaterThan(STREAMS / 2);
    }
  }

  private static long mostAtOnce(List<Exchange> exchanges) {
    return exchanges.stream()
        .mapToLong(at ->
            exchanges.stream()
                .filter(e -> e.arrivedNanos() <= at.arrivedNanos())
                .filter(e -> e.tokenNanos()[99] >= at.arrivedNanos())
                .count())
        .max()
        .orElseThrow();
  }
}
