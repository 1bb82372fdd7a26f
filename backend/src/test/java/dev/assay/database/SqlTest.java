package dev.assay.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.micronaut.context.ApplicationContext;
import io.micronaut.transaction.TransactionOperations;
import java.sql.Connection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class SqlTest {
  private static ApplicationContext context;
  private static Sql sql;
  private static TransactionOperations<Connection> transactions;

  @BeforeAll
  @SuppressWarnings("unchecked")
  static void start() {
    context = ApplicationContext.run(Map.copyOf(TestDatabase.properties()));
    sql = context.getBean(Sql.class);
    transactions = context.getBean(TransactionOperations.class);
    execute("create table note (number integer unique, text text)");
  }

  @AfterAll
  static void stop() {
    context.close();
  }

  @BeforeEach
  void clear() {
    execute("delete from note");
  }

  @Test
  void aStatementOutsideATransactionIsItsOwn() {
    assertThat(insert(1, "one")).isEqualTo(1);

    assertThat(texts()).containsExactly("one");
  }

  @Test
  void aTransactionHoldsAllOrNothing() {
    assertThatThrownBy(() ->
            transactions.executeWrite(status -> {
              insert(1, "one");
              assertThat(texts()).containsExactly("one");
              throw new IllegalStateException("stop");
            }))
        .hasMessage("stop");

    assertThat(texts()).isEmpty();
  }

  @Test
  void manyRowsAreOneStatement() {
    int rows =
        sql.update(
            "insert into note select * from unnest(?::int[], ?::text[])",
            statement -> {
              statement.setArray(1, Sql.array(statement, "int4", List.of(1, 2)));
              statement.setArray(2, Sql.array(statement, "text", List.of("one", "둘")));
            });

    assertThat(rows).isEqualTo(2);
    assertThat(texts()).containsExactly("one", "둘");
  }

  @Test
  void aTakenValueIsAKindOfItsOwn() {
    insert(1, "one");

    assertThatThrownBy(() -> insert(1, "again")).isInstanceOf(UniqueViolation.class);
    assertThatThrownBy(() -> execute("select nonsense"))
        .isInstanceOf(SqlException.class)
        .isNotInstanceOf(UniqueViolation.class);
  }

  @Test
  void noRowIsNull() {
    assertThat(one(7)).isNull();
  }

  private static int insert(int number, String text) {
    return sql.update(
        "insert into note values (?, ?)",
        statement -> {
          statement.setInt(1, number);
          statement.setString(2, text);
        });
  }

  private static @Nullable String one(int number) {
    return sql.one(
        "select text from note where number = ?",
        statement -> statement.setInt(1, number),
        row -> Objects.requireNonNull(row.getString(1)));
  }

  private static List<String> texts() {
    return sql.list("select text from note order by number", s -> {}, row -> row.getString(1));
  }

  private static void execute(String text) {
    sql.update(text, statement -> {});
  }
}
