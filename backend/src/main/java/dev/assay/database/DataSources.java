package dev.assay.database;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import com.zaxxer.hikari.pool.HikariPool.PoolInitializationException;
import dev.assay.database.embedded.EmbeddedServer;
import dev.assay.database.embedded.EmbeddedServerException;
import dev.assay.database.embedded.EmbeddedSettings;
import dev.assay.error.AppException;
import dev.assay.error.ErrorCode;
import io.micrometer.core.instrument.MeterRegistry;
import io.micronaut.context.annotation.Bean;
import io.micronaut.context.annotation.Context;
import io.micronaut.context.annotation.EachBean;
import io.micronaut.context.annotation.Factory;
import io.micronaut.context.annotation.Property;
import io.micronaut.data.jdbc.config.DataJdbcConfiguration;
import jakarta.inject.Singleton;
import java.nio.file.Path;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/**
 * Makes the pool, and the server behind it where none is given. Migrations run before anyone gets
 * it.
 */
@Factory
final class DataSources {
  private static final int KEPT_OPEN = 4;

  @Singleton
  @Bean(typed = Database.class, preDestroy = "close")
  @RequiresDatabase
  Database database(
      DatabaseSettings settings,
      ProcessEnd end,
      @Property(name = "assay.data") String home,
      @Nullable MeterRegistry meters) {
    if (!settings.isEmbedded()) {
      return new Database(pool(given(settings), settings, meters), null);
    }
    EmbeddedServer server = start(home);
    try {
      DatabaseUrl url = new DatabaseUrl(server.jdbcUrl(), server.user(), server.password());
      Database database = new Database(pool(url, settings, meters), server);
      end.closes(database);
      return database;
    } catch (RuntimeException e) {
      server.close();
      throw e;
    }
  }

  private static EmbeddedServer start(String home) {
    try {
      return EmbeddedServer.start(EmbeddedSettings.in(Path.of(home)));
    } catch (EmbeddedServerException e) {
      throw failure(Objects.requireNonNull(e.getMessage()), e);
    }
  }

  /** Flyway migrates the database when this bean is made, before anyone gets it. */
  @Context
  @EachBean(DataJdbcConfiguration.class)
  @RequiresDatabase
  DataSource dataSource(DataJdbcConfiguration configuration, Database database) {
    return database.pool();
  }

  private static DatabaseUrl given(DatabaseSettings settings) {
    try {
      return DatabaseUrl.parse(Objects.requireNonNull(settings.url()));
    } catch (IllegalArgumentException e) {
      throw new AppException(ErrorCode.INTERNAL, Objects.requireNonNull(e.getMessage()));
    }
  }

  private static HikariDataSource pool(
      DatabaseUrl url, DatabaseSettings settings, @Nullable MeterRegistry meters) {
    HikariConfig config = new HikariConfig();
    config.setPoolName("database");
    config.setJdbcUrl(url.jdbc());
    config.setUsername(url.user());
    config.setPassword(url.password());
    config.setMaximumPoolSize(settings.poolSize());
    config.setMinimumIdle(Math.min(KEPT_OPEN, settings.poolSize()));
    config.setConnectionTimeout(TimeUnit.SECONDS.toMillis(10));
    config.setMetricRegistry(meters);
    try {
      return new HikariDataSource(config);
    } catch (PoolInitializationException e) {
      throw unreachable(url, e);
    }
  }

  private static AppException unreachable(DatabaseUrl url, PoolInitializationException failure) {
    Throwable cause = failure.getCause() == null ? failure : failure.getCause();
    return failure(
        "The database at %s cannot be used (%s): start it, or correct DATABASE_URL."
            .formatted(url, cause.getMessage()),
        failure);
  }

  private static AppException failure(String sentence, Throwable cause) {
    AppException failure = new AppException(ErrorCode.INTERNAL, sentence);
    failure.initCause(cause);
    return failure;
  }
}
