package dev.assay.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.assay.error.AppException;
import io.micronaut.context.ApplicationContext;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.Map;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DataSourcesTest {

  @Test
  void theDatabaseIsMigratedAtStart() {
    try (ApplicationContext context =
        ApplicationContext.run(
            Map.of(
                "assay.database.url", TestDatabase.emptyUrl(), "assay.simulator.enabled", false))) {
      Long prompts =
          context
              .getBean(Sql.class)
              .one("select count(*) from prompt", statement -> {}, row -> row.getLong(1));
      assertThat(prompts).isZero();
    }
  }

  @Test
  void nothingIsThereWhenSwitchedOff() {
    try (ApplicationContext context =
        ApplicationContext.run(Map.of("assay.database.enabled", "false"))) {
      assertThat(context.containsBean(DataSource.class)).isFalse();
      assertThat(context.containsBean(Sql.class)).isFalse();
    }
  }

  @Test
  void aServerThatDoesNotAnswerIsToldAtOnce() throws Exception {
    int port;
    try (ServerSocket closed = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      port = closed.getLocalPort();
    }

    assertThatThrownBy(() -> run("postgresql://me:hidden@127.0.0.1:" + port + "/assay"))
        .rootCause()
        .hasMessageContaining("Connection refused");
    assertThatThrownBy(() -> run("postgresql://me:hidden@127.0.0.1:" + port + "/assay"))
        .satisfies(e -> assertTold(e, "correct DATABASE_URL"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"http://me:hidden@db/assay", "postgresql://me:hidden%@db/assay"})
  void aBadUrlIsTold(String url) {
    assertThatThrownBy(() -> run(url)).satisfies(e -> assertTold(e, "DATABASE_URL cannot be used"));
  }

  private static void run(String url) {
    ApplicationContext.run(Map.of("assay.database.url", url)).close();
  }

  /** The sentence stands among the causes, and the password nowhere. */
  private static void assertTold(Throwable failure, String sentence) {
    boolean told = false;
    for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
      assertThat(cause.toString()).doesNotContain("hidden");
      told |= cause instanceof AppException && cause.toString().contains(sentence);
    }
    assertThat(told).isTrue();
  }
}
