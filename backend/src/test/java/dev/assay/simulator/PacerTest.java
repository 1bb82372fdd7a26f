package dev.assay.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import io.netty.util.concurrent.DefaultEventExecutor;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class PacerTest {
  private static final int SLEEPERS = 300;
  private static final int TIMES = 5;
  private final DefaultEventExecutor loop = new DefaultEventExecutor();
  private final AtomicInteger timers = new AtomicInteger();
  private final Pacer pacer =
      new Pacer((nanos, task) -> {
        timers.incrementAndGet();
        return loop.schedule(task, nanos, TimeUnit.NANOSECONDS);
      });

  @AfterEach
  void close() {
    loop.shutdownGracefully(0, 1, TimeUnit.SECONDS).awaitUninterruptibly();
  }

  @Test
  void allAreWokenNeverEarlyByFewTimers() throws Exception {
    List<Long> early = new ArrayList<>();
    CountDownLatch woken = new CountDownLatch(SLEEPERS * TIMES);
    long start = System.nanoTime();
    loop.execute(() -> {
      for (int i = 0; i < SLEEPERS; i++) {
        sleep(start + i * 70_000L, TIMES, early, woken);
      }
    });
    assertThat(woken.await(20, TimeUnit.SECONDS)).isTrue();
    long turns = Duration.ofNanos(System.nanoTime() - start).toMillis() + 1;
    assertThat(early).isEmpty();
    assertThat(timers.get()).as("timers in %d ms", turns).isLessThan((int) (2 * turns + 10));
  }

  @Test
  void whoIsDueBeyondTheWheelIsWokenAndMayAskAgain() throws Exception {
    CountDownLatch woken = new CountDownLatch(1);
    long due = System.nanoTime() + Duration.ofMillis(1500).toNanos();
    loop.execute(() -> sleepUntil(due, woken));
    assertThat(woken.await(20, TimeUnit.SECONDS)).isTrue();
    assertThat(System.nanoTime()).isGreaterThanOrEqualTo(due);
  }

  private void sleepUntil(long due, CountDownLatch woken) {
    if (System.nanoTime() >= due) {
      woken.countDown();
    } else {
      pacer.wake(due, () -> sleepUntil(due, woken));
    }
  }

  private void sleep(long due, int times, List<Long> early, CountDownLatch woken) {
    pacer.wake(
        due,
        () -> {
          if (System.nanoTime() < due) {
            early.add(due);
          }
          woken.countDown();
          if (times > 1) {
            sleep(due + 5_000_000, times - 1, early, woken);
          }
        });
  }
}
