package dev.assay.simulator;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Future;
import org.jspecify.annotations.Nullable;

/**
 * Wakes streams when their next token is due, up to two milliseconds late and never early. A wheel
 * of milliseconds with one timer for all: a token costs no timer of its own, and all that is due in
 * one millisecond leaves in one turn of the event loop, to which everything here is confined.
 *
 * <p>Who is due beyond the wheel is woken at its end and asks again.
 */
final class Pacer {
  private static final long TICK = 1_000_000;
  private static final long SHORT_OF_IT = 400_000;
  private static final int SLOTS = 1024;

  private final Timer timers;
  private final List<List<Runnable>> slots = new ArrayList<>(SLOTS);
  private List<Runnable> waking = new ArrayList<>();
  private long done;
  private long timer = Long.MAX_VALUE;
  private @Nullable Future<?> pending;
  private int sleepers;

  Pacer(Timer timers) {
    this.timers = timers;
    for (int i = 0; i < SLOTS; i++) {
      slots.add(new ArrayList<>());
    }
  }

  /** The event loop's own timers. */
  interface Timer {
    Future<?> set(long nanos, Runnable task);
  }

  /** Runs {@code sleeper} at this {@link System#nanoTime} or earlier, if that is far away. */
  void wake(long nanos, Runnable sleeper) {
    long now = Math.floorDiv(System.nanoTime(), TICK);
    if (sleepers == 0) {
      done = now;
    }
    long due = Math.ceilDiv(nanos, TICK);
    long tick = Math.clamp(due, done + 1, done + SLOTS - 1);
    slot(tick).add(sleeper);
    sleepers++;
    if (tick < timer) {
      setTimer(tick);
    }
  }

  private void turn() {
    long now = Math.floorDiv(System.nanoTime(), TICK);
    timer = Long.MIN_VALUE;
    while (done < now && sleepers > 0) {
      wakeAll(++done);
    }
    timer = Long.MAX_VALUE;
    pending = null;
    if (sleepers > 0) {
      setTimer(nextTick());
    }
  }

  /** Those who ask again meanwhile land in a later slot. */
  private void wakeAll(long tick) {
    List<Runnable> due = slot(tick);
    slots.set(index(tick), waking);
    sleepers -= due.size();
    for (int i = 0; i < due.size(); i++) {
      due.get(i).run();
    }
    due.clear();
    waking = due;
  }

  private long nextTick() {
    long tick = done + 1;
    while (slot(tick).isEmpty()) {
      tick++;
    }
    return tick;
  }

  /**
   * The NIO loop sleeps in whole milliseconds, rounded to the nearest, and spins through what is
   * left: half a core for nothing. So the timer is set short of the whole millisecond at which the
   * loop wakes up anyway.
   */
  private void setTimer(long tick) {
    timer = tick;
    if (pending != null) {
      pending.cancel(false);
    }
    long sleep = Math.max(1, Math.ceilDiv(tick * TICK - System.nanoTime(), TICK)) * TICK;
    pending = timers.set(sleep - SHORT_OF_IT, this::turn);
  }

  private List<Runnable> slot(long tick) {
    return slots.get(index(tick));
  }

  private static int index(long tick) {
    return Math.floorMod(tick, SLOTS);
  }
}
