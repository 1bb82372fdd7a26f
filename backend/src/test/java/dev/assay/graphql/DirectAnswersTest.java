package dev.assay.graphql;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.assay.event.Reader;
import graphql.ExecutionResult;
import graphql.language.OperationDefinition.Operation;
import graphql.schema.idl.RuntimeWiring;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.jspecify.annotations.NullUnmarked;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.reactivestreams.Subscriber;
import org.reactivestreams.Subscription;

/** An answer that is given directly is the answer that an execution gives, to the byte. */
@NullUnmarked
class DirectAnswersTest {
  private static final String SCHEMA =
      """
      scalar DateTime scalar Long scalar Decimal scalar JSON
      type Query { unused: Int }
      type Subscription { events: Event }
      interface Event { number: Int! id: ID! }
      enum Kind { ANSWER REASONING }
      type Piece implements Event {
        number: Int! id: ID! text: String! kind: Kind! atMs: Float! tokens: Int long: Long sized(by: Int): String
        trouble: String whole: Piece wired: String list: [Int!]
      }
      type Other implements Event { number: Int! id: ID! text: Int }
      """;

  private static final UUID ID = UUID.fromString("01900000-0000-7000-8000-0000000000aa");

  private enum Kind {
    ANSWER,
    REASONING
  }

  private record Piece(
      int number, UserId id, String text, Kind kind, double atMs, Integer tokens, Long aLong) {
    public Long getLong() {
      return aLong;
    }

    public String trouble() {
      throw new IllegalStateException("secret detail");
    }

    public Piece whole() {
      return this;
    }

    public List<Integer> list() {
      return List.of(number);
    }

    public String sized() {
      return "small";
    }
  }

  private record Other(int number, UserId id, int text) {}

  private static final List<Object> EVENTS =
      List.of(
          new Piece(1, new UserId(ID), "a \"quoted\"\n\ud83d", Kind.ANSWER, 0.5, 1, 1L),
          new Piece(2, new UserId(ID), "", Kind.REASONING, 1e9, null, 9_007_199_254_740_993L),
          new Other(3, new UserId(ID), 7),
          new Piece(4, new UserId(ID), null, Kind.ANSWER, 2, 2, null),
          new Piece(5, new UserId(ID), "last", Kind.ANSWER, Double.NaN, 3, null));

  @ParameterizedTest
  @ValueSource(
      strings = {
        "subscription { events { __typename number } }",
        "subscription { all: events { id number n: number number } }",
        "subscription { events { ... on Piece { text kind } number ... on Other { text2: text } id"
            + " } }",
        "subscription { events { ...P ... on Event { id } ...O } } fragment O on Other { t: text } "
            + "fragment P on Piece { atMs tokens long number kind }",
        "subscription($no: Boolean = false) { events { number id @include(if: $no) ... @skip(if:"
            + " $no) { __typename ... on Piece { kind @skip(if: true) tokens } } } }",
        "subscription { events { ... on Other { text } } }",
      })
  void itIsTheAnswerOfAnExecution(String document) throws Exception {
    Answers direct = new Answers();
    Answers executed = new Answers();
    ask(document, direct, direct::direct);
    ask(document, executed, null);

    assertThat(direct.all).isEqualTo(executed.all).hasSize(EVENTS.size());
    assertThat(direct.directly).isGreaterThanOrEqualTo(2);
    assertThat(executed.directly).isZero();
  }

  @ParameterizedTest
  @ValueSource(strings = {"trouble", "sized(by: 3)", "whole { number }", "wired", "list"})
  void whatTheEventDoesNotHoldItselfIsExecuted(String field) throws Exception {
    String document = "subscription { events { number ... on Piece { %s } } }".formatted(field);
    Answers direct = new Answers();
    Answers executed = new Answers();
    ask(document, direct, direct::direct);
    ask(document, executed, null);

    assertThat(direct.all).isEqualTo(executed.all);
    assertThat(direct.directly).as("the one other event").isEqualTo(1);
  }

  @Test
  void whatCannotBeAnsweredBringsTheErrorOfAnExecution() throws Exception {
    Answers direct = new Answers();
    ask("subscription { events { ... on Piece { text atMs } } }", direct, direct::direct);

    assertThat(direct.directly).isEqualTo(3);
    assertThat(direct.all.get(3)).contains("\"errors\"").contains("text");
    assertThat(direct.all.get(4)).contains("\"errors\"").contains("atMs");
  }

  private static void ask(
      String document, Answers answers, @Nullable Consumer<ExecutionResult> taker)
      throws Exception {
    Engine engine =
        TestEngine.of(
            SchemaFactory.make(SCHEMA, List.of(DirectAnswersTest::wire)),
            new TestLoaders(),
            TestLimits.USUAL,
            true);
    GraphQLRequest request = new GraphQLRequest(document, null, Map.of());
    Set<Operation> kinds = Set.of(Operation.SUBSCRIPTION);
    Reply reply =
        taker == null
            ? engine.execute(request, TestCallers.SOMEBODY, answers.id, kinds)
            : engine.execute(request, TestCallers.SOMEBODY, answers.id, kinds, taker);
    assertThat(reply).isInstanceOf(Reply.Stream.class);
    ((Reply.Stream) reply).results().subscribe(answers);
    answers.end.get(10, TimeUnit.SECONDS);
  }

  private static void wire(RuntimeWiring.Builder wiring) {
    wiring.type(
        "Subscription",
        type -> type.dataFetcher("events", env -> Subscriptions.of(env, new PlainReader())));
    wiring.type("Piece", type -> type.dataFetcher("wired", env -> "by hand"));
  }

  /** A reader whose events are all plain. */
  private static final class PlainReader implements Reader<Object> {
    private final Queue<Object> left = new ArrayDeque<>(EVENTS);

    @Override
    public @Nullable Object next() {
      return left.poll();
    }

    @Override
    public @Nullable Object nextPlain() {
      return left.poll();
    }

    @Override
    public void close() {}
  }

  /** A subscriber that asks for one answer at a time, as the socket does. */
  private static final class Answers implements Subscriber<ExecutionResult> {
    final RequestId id = RequestId.next();
    final List<String> all = new CopyOnWriteArrayList<>();
    final CompletableFuture<Void> end = new CompletableFuture<>();
    private Subscription subscription;
    int directly = 0;

    void direct(ExecutionResult result) {
      directly++;
      onNext(result);
    }

    @Override
    public void onSubscribe(Subscription begun) {
      subscription = begun;
      begun.request(1);
    }

    @Override
    public void onNext(ExecutionResult result) {
      all.add(json(result).replace(id.value(), "request"));
      subscription.request(1);
    }

    private String json(ExecutionResult result) {
      ByteArrayOutputStream bytes = new ByteArrayOutputStream();
      try (JsonGenerator out = Json.generator(bytes)) {
        Answer.write(out, result, id);
      } catch (IOException e) {
        throw new AssertionError(e);
      }
      return bytes.toString(StandardCharsets.UTF_8);
    }

    @Override
    public void onError(Throwable error) {
      end.completeExceptionally(error);
    }

    @Override
    public void onComplete() {
      end.complete(null);
    }
  }
}
