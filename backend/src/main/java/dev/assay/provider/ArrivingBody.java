package dev.assay.provider;

import java.io.IOException;
import java.io.InputStream;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/**
 * A response's body as it arrives. What had arrived before the connection broke is read before the
 * failure is, so that the last tokens of an answer are not lost. One thread reads, or a follower
 * takes each part when it comes; the event loop adds.
 */
final class ArrivingBody extends InputStream {
  private static final byte[] NOTHING = new byte[0];

  /** So much may wait for the reader; then nothing is read from the connection. */
  private static final int MUCH = 256 * 1024;

  private static final int LITTLE = 64 * 1024;

  private final Runnable whenLittle;
  private final Queue<byte[]> arrived = new ConcurrentLinkedQueue<>();
  private final AtomicInteger bytes = new AtomicInteger();
  private final AtomicBoolean isFull = new AtomicBoolean();
  private volatile @Nullable Runnable follower;
  private volatile @Nullable Thread waiting;
  private volatile @Nullable Throwable failure;
  private volatile boolean isOver = false;

  // The reader's own.
  private byte[] current = NOTHING;
  private int offset = 0;

  /**
   * @param whenLittle is run when much had arrived, and most of it has been read; it takes effect
   *     after the call of {@link #add} that may be on its way
   */
  ArrivingBody(Runnable whenLittle) {
    this.whenLittle = whenLittle;
  }

  /** Adds what arrived, without waking the reader. Tells whether there is room for more. */
  boolean add(byte[] part) {
    arrived.add(part);
    if (bytes.addAndGet(part.length) <= MUCH) {
      return true;
    }
    isFull.set(true);
    // The reader may have read it all before it could see that.
    tellWhenLittle();
    return false;
  }

  private void tellWhenLittle() {
    if (bytes.get() < LITTLE && isFull.compareAndSet(true, false)) {
      whenLittle.run();
    }
  }

  /** Nothing follows: the body is whole, or, with a cause, has broken off. Wakes the reader. */
  void end(@Nullable Throwable cause) {
    if (!isOver) {
      failure = cause;
      isOver = true;
      wake();
    }
  }

  /**
   * In place of a reader, this is run now, and whenever something has arrived or the body is over:
   * it takes what there is with {@link #poll}.
   */
  void follow(Runnable newFollower) {
    follower = newFollower;
    newFollower.run();
  }

  /** Takes the next part; null where none has arrived. */
  byte @Nullable [] poll() {
    byte[] part = arrived.poll();
    if (part != null) {
      bytes.addAndGet(-part.length);
      tellWhenLittle();
    }
    return part;
  }

  /** Whether nothing more arrives. */
  boolean isOver() {
    return isOver;
  }

  /** Why it broke off; null while it has not, or where it is whole. */
  @Nullable Throwable failure() {
    return failure;
  }

  /** Lets the reader go on if it waits, or the follower. */
  void wake() {
    Runnable following = follower;
    Thread reader = waiting;
    if (following != null) {
      following.run();
    } else if (reader != null) {
      LockSupport.unpark(reader);
    }
  }

  @Override
  public int read() throws IOException {
    return isThereMore() ? current[offset++] & 0xff : -1;
  }

  @Override
  public int read(byte[] target, int start, int length) throws IOException {
    if (length == 0) {
      return 0;
    }
    if (!isThereMore()) {
      return -1;
    }
    int count = Math.min(length, current.length - offset);
    System.arraycopy(current, offset, target, start, count);
    offset += count;
    return count;
  }

  /** Waits until a byte is at hand; false at the end. */
  private boolean isThereMore() throws IOException {
    while (offset == current.length) {
      // Looked at first: what was added before the end is there to be taken.
      boolean wasOver = isOver;
      byte[] part = poll();
      if (part != null) {
        current = part;
        offset = 0;
      } else if (wasOver) {
        Throwable cause = failure;
        if (cause != null) {
          throw new IOException("broken off", cause);
        }
        return false;
      } else {
        await();
      }
    }
    return true;
  }

  private void await() throws IOException {
    waiting = Thread.currentThread();
    if (arrived.isEmpty() && !isOver) {
      LockSupport.park(this);
    }
    waiting = null;
    if (Thread.currentThread().isInterrupted()) {
      throw new IOException("interrupted");
    }
  }
}
