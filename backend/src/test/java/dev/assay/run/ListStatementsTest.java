package dev.assay.run;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.testing.TestServer;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.Map;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** However many runs and models there are, their lists ask the database the same few times. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ListStatementsTest {
  private static final String RUNS =
      "{ runs(first: 100) { totalCount nodes { id number userMessage owner { name }"
          + " promptVersion { content prompt { name } }"
          + " lanes { model { name } modelSnapshot { name } promptVersion { number } }"
          + " results { text reasoning error { code } usage { cost } timings { latencyMs }"
          + " model { name hasApiKey } lane { position model { id } } } } } }";
  private static final String MODELS =
      "{ models(first: 100) { totalCount edges { node { id name hasApiKey isSimulated"
          + " metadata { contextLength } } } } }";

  private final TestServer server = TestServer.start(Map.of());
  private String model = "";

  @BeforeAll
  void begin() {
    model = server.model("sim?tokens=1");
    run();
  }

  @AfterAll
  void stop() {
    server.close();
  }

  @Test
  void manyRunsCostNoMoreStatementsThanOne() {
    long forOne = statements(RUNS);
    for (int i = 0; i < 10; i++) {
      run();
    }

    assertThat(statements(RUNS)).isEqualTo(forOne).isLessThanOrEqualTo(5);
  }

  @Test
  void manyModelsCostNoMoreStatementsThanOne() {
    long forOne = statements(MODELS);
    for (int i = 0; i < 10; i++) {
      server.model("sim?tokens=" + (i + 2));
    }

    assertThat(statements(MODELS)).isEqualTo(forOne).isLessThanOrEqualTo(1);
  }

  private void run() {
    server.client().finish(server.client().startRun("Count.", model));
  }

  /** The fewest of several tries: what the service does beside the request can only add some. */
  private long statements(String document) {
    return LongStream.generate(() -> statementsOnce(document)).limit(8).min().orElseThrow();
  }

  /** Outside a transaction each statement takes a connection of its own. */
  private long statementsOnce(String document) {
    long before = connectionsTaken();
    server.client().data(document, Map.of());
    return connectionsTaken() - before;
  }

  private long connectionsTaken() {
    return server.bean(MeterRegistry.class).get("hikaricp.connections.acquire").timer().count();
  }
}
