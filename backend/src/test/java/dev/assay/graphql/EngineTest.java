package dev.assay.graphql;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import dev.assay.graphql.limit.DocumentLimits;
import graphql.introspection.IntrospectionQuery;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;

/** What the engine, and so both transports, does besides executing. */
class EngineTest {
  private final TestResolvers resolvers = new TestResolvers();

  @Test
  void toolsCanAskForTheWholeSchema() throws IOException {
    Outcome outcome = ask(engine(TestLimits.USUAL, true), IntrospectionQuery.INTROSPECTION_QUERY);

    assertThat(outcome.at("errors")).isNull();
    assertThat(outcome.at("data", "__schema", "queryType", "name")).isEqualTo("Query");
  }

  @Test
  void introspectionCanBeTurnedOff() throws IOException {
    Engine closed = engine(TestLimits.USUAL, false);

    for (String document :
        List.of(
            "{ __schema { types { name } } }",
            "{ hello __type(name: \"Query\") { name } }",
            "fragment F on Query { __schema { types { name } } } { ...F }")) {
      assertThat(ask(closed, document).at("data", "__schema")).as(document).isNull();
      assertThat(ask(closed, document).at("errors", 0)).as(document).isNotNull();
    }
    assertThat(ask(closed, "{ __typename }").at("data", "__typename")).isEqualTo("Query");
  }

  @Test
  void aMistypedNameBringsNoSuggestion() throws IOException {
    Engine engine = engine(TestLimits.USUAL, true);

    assertThat(ask(engine, "{ helo }").message()).doesNotContain("hello");
    assertThat(ask(engine, "{ hello(nam: 1) }").message()).doesNotContain("name");
    assertThat(ask(engine, "{ echo(input: {tex: 1}) { text } }").message())
        .doesNotContain("count", "price");
  }

  @Test
  void whatADocumentCostsIsKnownForEachSizeThatIsAskedFor() throws IOException {
    Engine engine = engine(TestLimits.USUAL, true);
    String document = "query($first: Int) { page(first: $first) { nodes { number } } }";

    for (Integer first : Arrays.asList(5, 1_000_000, 5, null, 1_000_000)) {
      Outcome outcome = Outcome.of(engine, document, Collections.singletonMap("first", first));

      boolean isLarge = first != null && first == 1_000_000;
      assertThat(outcome.code()).isEqualTo(isLarge ? "QUERY_TOO_COMPLEX" : null);
    }
  }

  @Test
  void anExecutionThatTakesTooLongIsStopped() throws IOException {
    DocumentLimits usual = TestLimits.USUAL;
    DocumentLimits quick =
        new DocumentLimits(
            usual.characters(),
            usual.tokens(),
            usual.aliases(),
            usual.directives(),
            usual.depth(),
            usual.fields(),
            usual.cost(),
            Duration.ofMillis(200));

    Outcome outcome = ask(engine(quick, true), "{ hello blocked }");

    assertThat(outcome.code()).isEqualTo("QUERY_TOO_COMPLEX");
    assertThat(outcome.json()).doesNotContainKey("data");
  }

  @Test
  void anExecutionOfASecondIsLoggedWithItsOperationAndRequest() throws IOException {
    Logger logger = (Logger) LoggerFactory.getLogger(SlowRequests.class);
    ListAppender<ILoggingEvent> log = new ListAppender<>();
    log.start();
    logger.addAppender(log);
    try {
      Engine engine = engine(TestLimits.USUAL, true);
      ask(engine, "query Quick { hello }");
      CompletableFuture.delayedExecutor(1_100, TimeUnit.MILLISECONDS)
          .execute(resolvers.gate::countDown);
      ask(engine, "query Patient { blocked }");
    } finally {
      logger.detachAppender(log);
    }

    assertThat(log.list)
        .singleElement()
        .extracting(ILoggingEvent::getFormattedMessage)
        .asString()
        .startsWith("Request test-request (Patient) took 1");
  }

  private Engine engine(DocumentLimits limits, boolean introspection) throws IOException {
    try (InputStream in = getClass().getClassLoader().getResourceAsStream("transport.graphqls")) {
      String text = new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8);
      return TestEngine.of(
          SchemaFactory.make(text, List.of(resolvers)), new TestLoaders(), limits, introspection);
    }
  }

  private static Outcome ask(Engine engine, String document) {
    return Outcome.of(engine, document, Map.of());
  }
}
