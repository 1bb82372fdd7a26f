package dev.assay.graphql;

import dev.assay.event.Reader;
import dev.assay.graphql.TestResolvers.Tick;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/** A reader of numbered ticks that tells how it is used. */
public final class TestReader implements Reader<Tick> {
  private final int to;
  private final String text;
  private final @Nullable Exception end;
  private final AtomicInteger asked = new AtomicInteger();
  private final CountDownLatch closed = new CountDownLatch(1);
  private volatile long closedAt;

  private TestReader(int to, String text, @Nullable Exception end) {
    this.to = to;
    this.text = text;
    this.end = end;
  }

  static TestReader counting(int to, String text) {
    return new TestReader(to, text, null);
  }

  static TestReader idle() {
    return new TestReader(-1, "", null);
  }

  static TestReader broken(Exception end) {
    return new TestReader(1, "", end);
  }

  @Override
  public @Nullable Tick next() throws InterruptedException {
    int number = asked.incrementAndGet();
    if (to < 0) {
      closed.await();
    }
    if (isClosed()) {
      return null;
    }
    if (number > to && end instanceof RuntimeException e) {
      throw e;
    }
    return number > to ? null : new Tick(number, text);
  }

  @Override
  public void close() {
    if (!isClosed()) {
      closedAt = System.nanoTime();
    }
    closed.countDown();
  }

  /** How many events were asked for so far. */
  public int asked() {
    return asked.get();
  }

  /** Whether somebody closed it. */
  public boolean isClosed() {
    return closed.getCount() == 0;
  }

  /** When it was closed, on the monotonic clock; waits for it. */
  public long closedAt() {
    Wait.until(this::isClosed);
    return closedAt;
  }
}
