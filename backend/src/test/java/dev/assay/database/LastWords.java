package dev.assay.database;

import io.micronaut.context.annotation.Requires;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Singleton;

/** Somebody who has something to store when the service ends. */
@Singleton
@Requires(property = "assay.test.last-words")
final class LastWords {
  private final Sql sql;

  LastWords(Sql sql) {
    this.sql = sql;
  }

  void prepare() {
    sql.update("create table last_words (text text)", statement -> {});
  }

  @PreDestroy
  void speak() {
    sql.update("insert into last_words values ('goodbye')", statement -> {});
  }
}
