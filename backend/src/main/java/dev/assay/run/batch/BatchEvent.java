package dev.assay.run.batch;

import dev.assay.run.Result;
import dev.assay.run.Run;
import java.util.UUID;

/** Something that happened in a batch. The records bear the names of the schema's types. */
sealed interface BatchEvent {
  /** The batch. */
  UUID batchId();

  /** Rises by one from event to event; of a snapshot, that of the last event before it. */
  int sequence();

  /** The batch as it is; its runs are to be read. */
  record BatchSnapshot(UUID batchId, int sequence, Batch batch) implements BatchEvent {}

  /** An answer has ended. */
  record BatchResultFinished(UUID batchId, int sequence, Run run, Result result)
      implements BatchEvent {}

  /** All has ended. Nothing follows. */
  record BatchFinished(UUID batchId, int sequence, Batch batch) implements BatchEvent {}

  /** How much memory it holds, in UTF-16 units, roughly. */
  static int weigh(BatchEvent event) {
    int fixed = 64;
    return event instanceof BatchResultFinished finished && finished.result().text() != null
        ? fixed + finished.result().text().length()
        : fixed;
  }
}
