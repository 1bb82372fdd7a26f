package dev.assay.simulator;

import java.util.Arrays;

/** How the events of a stream become chunks of the outbox. Confined to the event loop. */
sealed interface Outlet {
  /** Adds an event; returns how many bytes it became. */
  int send(Bytes event);

  /** Lets go of what is held back. */
  void release();

  /** One chunk for each event. */
  record Plain(Bytes batch) implements Outlet {
    @Override
    public int send(Bytes event) {
      int before = batch.size();
      batch.putChunk(event.array(), 0, event.size());
      return batch.size() - before;
    }

    @Override
    public void release() {}
  }

  /**
   * Tears every event: into two chunks, in the middle of a character if it has one of several
   * bytes, and into two writes, of which the second goes out with the next event. The second tear
   * wanders: between the two chunks, inside the second one's size line, inside its data, between
   * its line ends, and between the CR and LF behind it.
   */
  final class Torn implements Outlet {
    private static final int WAYS = 5;
    private final Bytes batch;
    private final Bytes held = new Bytes();
    private int way;

    Torn(Bytes batch) {
      this.batch = batch;
    }

    @Override
    public int send(Bytes event) {
      release();
      int before = batch.size();
      int tear = tear(event);
      batch.putChunk(event.array(), 0, tear);
      int first = batch.size() - before;
      held.putChunk(event.array(), tear, event.size());
      int bytes = first + held.size();
      int now = leaves(held.size());
      batch.put(held.array(), 0, now);
      keep(now);
      return bytes;
    }

    @Override
    public void release() {
      batch.put(held.array(), 0, held.size());
      held.clear();
    }

    private void keep(int from) {
      byte[] rest = Arrays.copyOfRange(held.array(), from, held.size());
      held.clear().put(rest);
    }

    /** How many bytes of the second chunk go out at once. */
    private int leaves(int second) {
      return switch (way++ % WAYS) {
        case 0 -> 0;
        case 1 -> 1;
        case 2 -> second / 2;
        case 3 -> second - 3;
        default -> second - 1;
      };
    }

    /** The place behind the first byte of several that make a character, or in "data:". */
    private static int tear(Bytes event) {
      for (int i = 0; i < event.size(); i++) {
        if ((event.at(i) & 0xC0) == 0xC0) {
          return i + 1;
        }
      }
      return 3;
    }
  }
}
