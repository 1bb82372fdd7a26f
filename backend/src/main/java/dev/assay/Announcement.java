package dev.assay;

import io.micronaut.runtime.event.annotation.EventListener;
import io.micronaut.runtime.server.event.ServerStartupEvent;
import jakarta.inject.Singleton;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Says where the page is, once it answers. */
@Singleton
final class Announcement {
  private static final Logger LOG = LoggerFactory.getLogger(Announcement.class);

  @EventListener
  void announce(ServerStartupEvent event) {
    LOG.info("Assay is ready. Open {}", event.getSource().getURL());
  }
}
