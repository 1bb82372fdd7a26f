package dev.assay.model;

import dev.assay.database.RequiresDatabase;
import dev.assay.error.AppException;
import dev.assay.error.ErrorCode;
import dev.assay.graphql.Caller;
import dev.assay.provider.ChatProviders;
import dev.assay.provider.Endpoint;
import dev.assay.provider.OfferedModel;
import io.micronaut.context.annotation.Value;
import io.micronaut.context.event.ShutdownEvent;
import io.micronaut.runtime.event.annotation.EventListener;
import io.micronaut.runtime.server.event.ServerStartupEvent;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Finds out whether model servers are there, by asking which models they offer: it costs no tokens,
 * and proves address, protocol and key. Each check waits on a thread of its own, so a dead server
 * holds up no other's.
 */
@Singleton
@RequiresDatabase
class HealthChecks {
  private static final Logger LOG = LoggerFactory.getLogger(HealthChecks.class);
  private static final Duration TIMEOUT = Duration.ofSeconds(10);
  private static final Duration LONGEST_LOOK = Duration.ofSeconds(2);
  private static final int MOST_AT_ONCE = 200;
  private static final double NANOS_PER_MS = 1e6;

  private final ServerRepository servers;
  private final HealthRepository health;
  private final ModelRepository registered;
  private final ServerService service;
  private final ModelService models;
  private final ChatProviders providers;
  private final Duration interval;
  private final ScheduledExecutorService clock =
      Executors.newSingleThreadScheduledExecutor(
          Thread.ofPlatform().daemon().name("health-clock").factory());

  /**
   * @param interval about how long after a check the next one follows; zero for none by itself
   */
  HealthChecks(
      ServerRepository servers,
      HealthRepository health,
      ModelRepository registered,
      ServerService service,
      ModelService models,
      ChatProviders providers,
      @Value("${assay.health.interval:60s}") Duration interval) {
    this.servers = servers;
    this.health = health;
    this.registered = registered;
    this.service = service;
    this.models = models;
    this.providers = providers;
    this.interval = interval;
  }

  /** Checks a model's server now, whenever its next check is due. Throws {@code NOT_FOUND}. */
  ModelHealth checkNow(Caller caller, ModelId id) {
    check(models.get(caller, id).server());
    return models.get(caller, id).health();
  }

  @EventListener
  void start(ServerStartupEvent event) {
    if (interval.isPositive()) {
      long look = Math.min(interval.toMillis(), LONGEST_LOOK.toMillis());
      clock.scheduleWithFixedDelay(this::checkDue, look, look, TimeUnit.MILLISECONDS);
    }
  }

  private void checkDue() {
    try {
      for (ModelServer server : servers.byIds(health.takeDue(interval, MOST_AT_ONCE))) {
        Thread.ofVirtual().name("health-check").start(() -> guarded(server));
      }
    } catch (RuntimeException e) {
      // Without the stack: while the database is away this is said again and again.
      LOG.warn("Model servers could not be checked; they are tried again: {}", e.getMessage());
    }
  }

  private void guarded(ModelServer server) {
    try {
      check(server);
    } catch (RuntimeException e) {
      if (clock.isShutdown()) {
        // The database is gone, and nobody wants to know any more.
        return;
      }
      LOG.warn("The check of {} broke: {}", server.endpointUrl(), e.getMessage());
    }
  }

  private void check(ModelServer server) {
    HealthFinding found = find(server);
    health.store(server.id(), found);
    // Where there is no list, what was known of the models stays.
    if (found.offered() != null) {
      registered.setOffered(server.id(), found.offered());
    }
  }

  private HealthFinding find(ModelServer server) {
    long began = System.nanoTime();
    try {
      Endpoint endpoint = service.endpoint(server);
      return up(began, providers.of(server.protocol()).models(endpoint, TIMEOUT));
    } catch (AppException e) {
      return e.code() == ErrorCode.RATE_LIMITED
          ? up(began, null)
          : HealthFinding.down(String.valueOf(e.getMessage()));
    }
  }

  private static HealthFinding up(long beganNanos, @Nullable List<OfferedModel> offered) {
    return HealthFinding.up((System.nanoTime() - beganNanos) / NANOS_PER_MS, names(offered));
  }

  private static @Nullable List<String> names(@Nullable List<OfferedModel> offered) {
    return offered == null ? null : offered.stream().map(OfferedModel::modelName).toList();
  }

  @EventListener
  void stop(ShutdownEvent event) {
    clock.shutdownNow();
  }
}
