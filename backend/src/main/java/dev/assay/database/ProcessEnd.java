package dev.assay.database;

import io.micronaut.runtime.event.annotation.EventListener;
import io.micronaut.runtime.server.EmbeddedServer;
import io.micronaut.runtime.server.event.ServerStartupEvent;
import jakarta.inject.Singleton;
import org.jspecify.annotations.Nullable;

/**
 * Closes the database when the process ends, at whatever moment it is told to. The framework would
 * do so only once everything is up and running, and an embedded server that is left over outlives
 * us.
 */
@Singleton
final class ProcessEnd {
  private volatile @Nullable EmbeddedServer service;

  @EventListener
  void remember(ServerStartupEvent event) {
    service = event.getSource();
  }

  /** To be called once, as soon as there is something to close. */
  void closes(Database database) {
    Runtime.getRuntime().addShutdownHook(new Thread(() -> close(database), "database-end"));
  }

  /** Where the framework stops the service at the same time, this waits until it is done. */
  private void close(Database database) {
    EmbeddedServer running = service;
    if (running != null) {
      running.stop();
    }
    database.close();
  }
}
