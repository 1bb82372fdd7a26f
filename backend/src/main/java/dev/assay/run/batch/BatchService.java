package dev.assay.run.batch;

import dev.assay.access.Access;
import dev.assay.access.Kind;
import dev.assay.access.Owner;
import dev.assay.database.Connection;
import dev.assay.database.Ids;
import dev.assay.database.PageRequest;
import dev.assay.error.AppException;
import dev.assay.error.ErrorCode;
import dev.assay.event.Reader;
import dev.assay.generation.Status;
import dev.assay.graphql.Caller;
import dev.assay.run.Fingerprint;
import dev.assay.run.Lease;
import dev.assay.run.RemovedTogether;
import dev.assay.run.Run;
import dev.assay.run.RunId;
import dev.assay.run.RunService;
import dev.assay.run.StartRun;
import dev.assay.run.WaitingRuns;
import io.micronaut.transaction.TransactionOperations;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Starts, finds, follows and stops the caller's batches. */
@Singleton
class BatchService {
  private final BatchRepository batches;
  private final Batches work;
  private final WaitingRuns waiting;
  private final RunService runs;
  private final RemovedTogether removal;
  private final Lease lease;
  private final TransactionOperations<java.sql.Connection> transactions;

  BatchService(
      BatchRepository batches,
      Batches work,
      WaitingRuns waiting,
      RunService runs,
      RemovedTogether removal,
      Lease lease,
      TransactionOperations<java.sql.Connection> transactions) {
    this.batches = batches;
    this.work = work;
    this.waiting = waiting;
    this.runs = runs;
    this.removal = removal;
    this.lease = lease;
    this.transactions = transactions;
  }

  /**
   * Stores a batch with its runs and begins it. The same idempotency key answers with the first
   * call's batch.
   */
  Batch start(Caller caller, String name, @Nullable String key, List<StartRun> starts) {
    byte[] hash = Fingerprint.of(List.of(name, starts));
    Batch earlier = earlier(caller, key, hash);
    if (earlier != null) {
      return earlier;
    }
    Batch batch =
        new Batch(
            Ids.next(), Owner.of(caller), name, Status.RUNNING, false, Instant.now(), null, null);
    boolean isStored = transactions.executeWrite(_ -> store(caller, batch, key, hash, starts));
    if (!isStored) {
      return Objects.requireNonNull(earlier(caller, key, hash));
    }
    work.begin(batch);
    return get(caller, batch.id());
  }

  private boolean store(
      Caller caller, Batch batch, @Nullable String key, byte[] hash, List<StartRun> starts) {
    if (!batches.insert(batch, key, hash, lease.instance())) {
      return false;
    }
    waiting.insert(caller, batch.id(), starts);
    return true;
  }

  private @Nullable Batch earlier(Caller caller, @Nullable String key, byte[] hash) {
    BatchRepository.Keyed keyed = key == null ? null : batches.findByKey(Owner.of(caller), key);
    if (keyed == null) {
      return null;
    }
    if (!Arrays.equals(keyed.requestHash(), hash)) {
      throw new AppException(
          ErrorCode.CONFLICT,
          "This idempotency key already started another batch.",
          Map.of("field", "input.idempotencyKey"));
    }
    return get(caller, keyed.id());
  }

  /** The caller's batch; null where there is none such. */
  @Nullable Batch find(Caller caller, UUID id) {
    return batches.find(Access.toRead(Kind.BATCH, caller), id);
  }

  /** The caller's batch. Throws {@code NOT_FOUND}. */
  Batch get(Caller caller, UUID id) {
    Batch batch = find(caller, id);
    if (batch == null) {
      throw AppException.notFound("batch");
    }
    return batch;
  }

  /** A page of the caller's batches, newest first. */
  Connection<Batch> list(Caller caller, PageRequest page) {
    Access access = Access.toRead(Kind.BATCH, caller);
    return Connection.of(
        batches.page(access, page),
        page,
        batch -> batch.id().toString(),
        () -> batches.count(access));
  }

  /** A batch's runs in the order of its messages. */
  Connection<Run> runs(Batch batch, PageRequest page) {
    return runs.ofBatch(batch.id(), page);
  }

  BatchProgress progress(Batch batch) {
    return batches.progress(batch.id());
  }

  /** Begins nothing more, and stops what has not ended. */
  Batch cancel(Caller caller, UUID id) {
    Batch batch = get(caller, id);
    if (!batch.status().isFinal()) {
      batches.cancel(id);
      work.cancel(id);
    }
    return get(caller, id);
  }

  /** Takes a batch and its runs out of the lists, and stops what of it goes on. */
  Batch remove(Caller caller, UUID id) {
    Instant now = Instant.now().truncatedTo(ChronoUnit.MICROS);
    toChange(caller, id);
    List<RunId> gone =
        transactions.executeWrite(
            _ -> batches.remove(id, now) ? removal.remove(id, now) : List.<RunId>of());
    removal.tell(gone, now);
    // First, so that its last event tells of it too.
    work.changed(get(caller, id));
    return cancel(caller, id);
  }

  /** Brings it back with the runs that went with it. */
  Batch restore(Caller caller, UUID id) {
    toChange(caller, id);
    List<RunId> back =
        transactions.executeWrite(_ -> {
          Instant removedAt = batches.restore(id);
          return removedAt == null ? List.<RunId>of() : removal.restore(id, removedAt);
        });
    removal.tell(back, null);
    Batch restored = get(caller, id);
    work.changed(restored);
    return restored;
  }

  private void toChange(Caller caller, UUID id) {
    if (batches.find(Access.toChange(Kind.BATCH, caller), id) == null) {
      throw AppException.notFound("batch");
    }
  }

  /** The events of the caller's batch. Throws {@code NOT_FOUND}. */
  Reader<BatchEvent> events(Caller caller, UUID id, @Nullable Integer after) {
    get(caller, id);
    Reader<BatchEvent> reader = work.read(id, after);
    return reader != null ? reader : new StoredBatchReader(() -> get(caller, id));
  }
}
