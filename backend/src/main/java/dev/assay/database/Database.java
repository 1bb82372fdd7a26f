package dev.assay.database;

import com.zaxxer.hikari.HikariDataSource;
import dev.assay.database.embedded.EmbeddedServer;
import io.micronaut.context.event.BeanDestroyedEvent;
import io.micronaut.context.event.BeanDestroyedEventListener;
import org.jspecify.annotations.Nullable;

/**
 * The pool of connections and the embedded server behind it: the pool is closed first, then the
 * server.
 *
 * <p>Everybody else is closed before, so that who has something to store at the end can. The
 * framework's order does not promise that: it gives up where beans know each other in a circle. But
 * those who listen to the destruction of others are destroyed last of all, so this is one.
 *
 * @param server null where {@code DATABASE_URL} names one
 */
record Database(HikariDataSource pool, @Nullable EmbeddedServer server)
    implements AutoCloseable, BeanDestroyedEventListener<Database> {
  @Override
  public void onDestroyed(BeanDestroyedEvent<Database> event) {
    // What matters is to be a listener; nobody looks for one of this type.
  }

  @Override
  public void close() {
    pool.close();
    if (server != null) {
      server.close();
    }
  }
}
