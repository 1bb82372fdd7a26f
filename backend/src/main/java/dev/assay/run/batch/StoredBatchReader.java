package dev.assay.run.batch;

import dev.assay.event.Reader;
import dev.assay.run.batch.BatchEvent.BatchFinished;
import dev.assay.run.batch.BatchEvent.BatchSnapshot;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** A snapshot of a batch that is not live here, and its end once that is stored. */
final class StoredBatchReader implements Reader<BatchEvent> {
  private static final long LOOK_EVERY_MS = 500;
  private final Supplier<Batch> load;
  private final CountDownLatch closed = new CountDownLatch(1);
  private int given = 0;

  StoredBatchReader(Supplier<Batch> load) {
    this.load = load;
  }

  @Override
  public @Nullable BatchEvent next() throws InterruptedException {
    while (given < 2 && closed.getCount() > 0) {
      Batch batch = load.get();
      if (given == 0) {
        given = 1;
        return new BatchSnapshot(batch.id(), 0, batch);
      }
      if (batch.status().isFinal()) {
        given = 2;
        return new BatchFinished(batch.id(), 1, batch);
      }
      boolean _ = closed.await(LOOK_EVERY_MS, TimeUnit.MILLISECONDS);
    }
    return null;
  }

  @Override
  public void close() {
    closed.countDown();
  }
}
