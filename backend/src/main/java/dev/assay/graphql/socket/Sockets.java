package dev.assay.graphql.socket;

import dev.assay.graphql.Caller;
import dev.assay.graphql.Callers;
import dev.assay.graphql.Engine;
import dev.assay.graphql.Presence;
import dev.assay.graphql.UserId;
import io.micronaut.runtime.event.annotation.EventListener;
import io.micronaut.runtime.server.event.ServerShutdownEvent;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.TaskScheduler;
import io.netty.util.concurrent.EventExecutor;
import jakarta.annotation.PostConstruct;
import jakarta.inject.Named;
import jakarta.inject.Singleton;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * All open sockets, and the one sweep that looks after them, so that no socket needs a timer of its
 * own.
 */
@Singleton
final class Sockets {
  static final Logger LOG = LoggerFactory.getLogger(Sockets.class);

  private final Engine engine;
  private final Callers callers;
  private final Presence presence;
  private final SocketSettings settings;
  private final TaskScheduler scheduler;
  private final Map<Socket, EventExecutor> open = new ConcurrentHashMap<>();
  private final Map<UserId, Integer> openByUser = new ConcurrentHashMap<>();
  private @Nullable ScheduledFuture<?> sweeps;

  Sockets(
      Engine engine,
      Callers callers,
      Presence presence,
      SocketSettings settings,
      @Named(TaskExecutors.SCHEDULED) TaskScheduler scheduler) {
    this.engine = engine;
    this.callers = callers;
    this.presence = presence;
    this.settings = settings;
    this.scheduler = scheduler;
  }

  @PostConstruct
  void start() {
    sweeps =
        scheduler.scheduleAtFixedRate(settings.checkEvery(), settings.checkEvery(), this::sweep);
  }

  /**
   * The framework has just told the channels to close; their loops do it only as long as this
   * waits.
   */
  @EventListener
  void stop(ServerShutdownEvent event) {
    if (sweeps != null) {
      sweeps.cancel(false);
    }
    Map<Socket, EventExecutor> all = Map.copyOf(open);
    CountDownLatch told = new CountDownLatch(all.size());
    all.forEach((socket, loop) -> {
      if (!run(loop, told::countDown)) {
        told.countDown();
      }
    });
    try {
      if (!told.await(1, TimeUnit.SECONDS)) {
        LOG.warn("Not every socket could be told that the server stops");
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  Engine engine() {
    return engine;
  }

  Callers callers() {
    return callers;
  }

  Presence presence() {
    return presence;
  }

  SocketSettings settings() {
    return settings;
  }

  /** Counts a caller's socket, unless it has too many. */
  boolean admit(Caller caller) {
    boolean[] admitted = new boolean[1];
    openByUser.compute(
        caller.id(),
        (id, count) -> {
          int now = count == null ? 0 : count;
          admitted[0] = now < settings.maxPerCaller();
          return admitted[0] ? (Integer) (now + 1) : count;
        });
    return admitted[0];
  }

  /** Counts an admitted socket no more. */
  void release(Caller caller) {
    openByUser.computeIfPresent(caller.id(), (id, count) -> count == 1 ? null : count - 1);
  }

  void add(Socket socket, EventExecutor loop) {
    open.put(socket, loop);
  }

  void remove(Socket socket) {
    open.remove(socket);
  }

  /** How many sockets are open. */
  int size() {
    return open.size();
  }

  private void sweep() {
    open.forEach((socket, loop) -> run(loop, socket::check));
  }

  /** False where the loop has stopped, and its sockets with it. */
  static boolean run(EventExecutor loop, Runnable task) {
    try {
      loop.execute(task);
      return true;
    } catch (RejectedExecutionException e) {
      return false;
    }
  }
}
