package dev.assay.graphql.socket;

import io.netty.channel.Channel;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * The frames on their way to one channel. Any thread adds; the event loop takes whatever has
 * gathered, writes it in order and flushes once, so that a busy socket shares flushes and a quiet
 * one never waits for any.
 *
 * <p>It is kept short by those who add: an operation is asked for its next event only while there
 * {@link #hasRoom()}, or after the frame of its last one was written. So it holds at most {@value
 * #ROOM} bytes and one event of each operation, however slow the reader is.
 */
final class Outbox {
  private static final int ROOM = 64 * 1024;

  private final Channel channel;
  private final Consumer<Frame> writer;

  // Any thread.
  private final Queue<Frame> frames = new ConcurrentLinkedQueue<>();
  private final AtomicInteger bytes = new AtomicInteger();
  private final AtomicBoolean draining = new AtomicBoolean();

  /** An outbox whose frames go to {@code writer}, on the channel's event loop. */
  Outbox(Channel channel, Consumer<Frame> writer) {
    this.channel = channel;
    this.writer = writer;
  }

  void add(Frame frame) {
    bytes.addAndGet(frame.size());
    frames.add(frame);
    // Whoever comes while a drain is on its way can rely on it: it lowers the flag before it takes
    // the first frame.
    if (draining.compareAndSet(false, true)) {
      schedule();
    }
  }

  /** Whether the reader keeps up, as far as this machine knows. */
  boolean hasRoom() {
    return bytes.get() < ROOM && channel.isWritable();
  }

  private void schedule() {
    try {
      channel.eventLoop().execute(this::drain);
    } catch (RejectedExecutionException e) {
      // The server has stopped; nobody will read these.
      for (Frame frame = take(); frame != null; frame = take()) {
        frame.bytes().release();
      }
    }
  }

  private void drain() {
    draining.set(false);
    for (Frame frame = take(); frame != null; frame = take()) {
      writer.accept(frame);
    }
    channel.flush();
  }

  private @Nullable Frame take() {
    Frame frame = frames.poll();
    if (frame != null) {
      bytes.addAndGet(-frame.size());
    }
    return frame;
  }
}
