package dev.assay.graphql;

import graphql.schema.DataFetchingEnvironment;
import io.micronaut.context.BeanProvider;
import io.micronaut.scheduling.annotation.Scheduled;
import jakarta.inject.Singleton;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Who is here: the callers of open sockets and of requests at work. Whoever is signed out or locked
 * out meanwhile is shown out, within a second.
 */
@Singleton
public final class Presence {
  private static final Logger LOG = LoggerFactory.getLogger(Presence.class);

  private final BeanProvider<Callers> callers;
  private final Set<Stay> stays = ConcurrentHashMap.newKeySet();

  /** Asked for late: a server without a database has no callers, and nobody is ever here. */
  Presence(BeanProvider<Callers> callers) {
    this.callers = callers;
  }

  /** One caller's being here, until it is closed. */
  public final class Stay implements AutoCloseable {
    private final Caller caller;
    private final Runnable out;

    private Stay(Caller caller, Runnable out) {
      this.caller = caller;
      this.out = out;
    }

    @Override
    public void close() {
      stays.remove(this);
    }
  }

  /**
   * Somebody came.
   *
   * @param out shows the caller out: called at most once, from another thread; must be quick
   */
  public Stay enter(Caller caller, Runnable out) {
    Stay stay = new Stay(caller, out);
    stays.add(stay);
    return stay;
  }

  /**
   * The request at hand is about to end its caller's own proof: it is to come to its end all the
   * same.
   */
  public static void leave(DataFetchingEnvironment environment) {
    Stay stay = environment.getGraphQlContext().get(Stay.class);
    if (stay != null) {
      stay.close();
    }
  }

  /**
   * Who cannot be asked about stays: a database that is away for a moment must not cut everybody
   * off.
   */
  @Scheduled(fixedDelay = "${assay.presence.check-every:400ms}")
  void check() {
    if (stays.isEmpty()) {
      return;
    }
    try {
      Set<Stay> here = Set.copyOf(stays);
      Set<Caller> valid =
          callers.get().valid(here.stream().map(stay -> stay.caller).collect(Collectors.toSet()));
      here.stream().filter(stay -> !valid.contains(stay.caller)).forEach(this::showOut);
    } catch (RuntimeException e) {
      LOG.warn("Whether callers are still valid could not be found out", e);
    }
  }

  private void showOut(Stay stay) {
    if (stays.remove(stay)) {
      stay.out.run();
    }
  }
}
