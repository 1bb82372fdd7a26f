package dev.assay.database;

import static org.assertj.core.api.Assertions.assertThat;

import io.micronaut.context.ApplicationContext;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EndTest {
  @TempDir Path home;

  @Test
  void theDatabaseOutlivesAllWhoUseIt() throws Exception {
    Path programs =
        Files.createSymbolicLink(
            home.resolve("programs"), Path.of("target", "postgresql-programs").toAbsolutePath());
    try (ApplicationContext context = start(Map.of("assay.test.last-words", true))) {
      context.getBean(LastWords.class).prepare();
    }
    assertThat(home.resolve("postgresql/postmaster.pid")).doesNotExist();

    try (ApplicationContext context = start(Map.of())) {
      assertThat(
              context
                  .getBean(Sql.class)
                  .list("select text from last_words", s -> {}, row -> row.getString(1)))
          .containsExactly("goodbye");
    }
    Files.delete(programs);
  }

  private ApplicationContext start(Map<String, Object> more) {
    Map<String, Object> properties = new HashMap<>(more);
    properties.put("assay.data", home.toString());
    properties.put("assay.simulator.enabled", false);
    return ApplicationContext.run(properties);
  }
}
