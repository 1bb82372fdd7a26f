package dev.assay.run;

import dev.assay.error.AppException;
import dev.assay.event.Reader;
import jakarta.inject.Singleton;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * Those who follow somebody else's run because its owner shares it. When the owner takes that back
 * they are shown out at once; the owner's own readers are not among them.
 */
@Singleton
final class SharedReaders {
  private final ConcurrentHashMap<RunId, Set<Guest>> guests = new ConcurrentHashMap<>();

  /**
   * Lets a reader in. Whether the run is shared is to be asked afterwards: who is let in before
   * that misses no withdrawal.
   */
  Reader<RunEvent> admit(RunId id, Reader<RunEvent> events) {
    Guest guest = new Guest(id, events);
    guests.compute(
        id,
        (_, present) -> {
          Set<Guest> all = present == null ? ConcurrentHashMap.newKeySet() : present;
          all.add(guest);
          return all;
        });
    return guest;
  }

  /** To all these readers there is no such run any more: their next event is {@code NOT_FOUND}. */
  void showOut(RunId id) {
    Set<Guest> present = guests.remove(id);
    if (present != null) {
      present.forEach(Guest::showOut);
    }
  }

  /** How many there are, of all runs. */
  int count() {
    return guests.values().stream().mapToInt(Set::size).sum();
  }

  private final class Guest implements Reader<RunEvent> {
    private final RunId id;
    private final Reader<RunEvent> events;
    private volatile boolean shownOut = false;

    Guest(RunId id, Reader<RunEvent> events) {
      this.id = id;
      this.events = events;
    }

    @Override
    public @Nullable RunEvent next() throws InterruptedException {
      return unlessShownOut(events.next());
    }

    @Override
    public @Nullable RunEvent nextPlain() {
      return unlessShownOut(events.nextPlain());
    }

    @Override
    public boolean isReady(Runnable whenReady) {
      return events.isReady(whenReady);
    }

    private @Nullable RunEvent unlessShownOut(@Nullable RunEvent event) {
      if (shownOut) {
        throw AppException.notFound("run");
      }
      return event;
    }

    void showOut() {
      shownOut = true;
      events.close();
    }

    @Override
    public void close() {
      events.close();
      guests.computeIfPresent(
          id,
          (_, present) -> {
            present.remove(this);
            return present.isEmpty() ? null : present;
          });
    }
  }
}
