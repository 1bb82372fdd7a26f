package dev.assay.database;

import io.micronaut.context.annotation.ConfigurationProperties;
import io.micronaut.core.bind.annotation.Bindable;
import org.jspecify.annotations.Nullable;

/**
 * Where the database is, by the properties {@code assay.database.*}.
 *
 * @param url {@code DATABASE_URL}; absent or empty for an embedded server
 * @param poolSize how many connections at most
 */
@ConfigurationProperties("assay.database")
record DatabaseSettings(@Nullable String url, @Bindable(defaultValue = "20") int poolSize) {
  boolean isEmbedded() {
    return url == null || url.isBlank();
  }

  @Override
  public String toString() {
    return "DatabaseSettings[isEmbedded=" + isEmbedded() + ", poolSize=" + poolSize + "]";
  }
}
