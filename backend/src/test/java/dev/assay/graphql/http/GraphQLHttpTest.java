package dev.assay.graphql.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.graphql.Outcome;
import dev.assay.graphql.TestLimits;
import dev.assay.graphql.TestServer;
import dev.assay.graphql.limit.DocumentLimits;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class GraphQLHttpTest {
  private static final String HELLO = "{\"query\": \"{ hello }\"}";
  private static final String NEW = "application/graphql-response+json";

  private static TestServer server;

  @BeforeAll
  static void start() {
    server = new TestServer();
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  @Test
  void theTestsKnowTheLimitsThatHoldByDefault() {
    assertThat(server.bean(DocumentLimits.class)).isEqualTo(TestLimits.USUAL);
  }

  @Test
  void aPostIsAnswered() throws Exception {
    HttpResponse<byte[]> answer = post(HELLO);

    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(type(answer)).isEqualTo("application/json;charset=utf-8");
    assertThat(Outcome.of(answer.body()).at("data", "hello")).isEqualTo("Hello, world!");
  }

  @Test
  void fetchersRunOnVirtualThreads() throws Exception {
    post(HELLO);

    assertThat(server.resolvers.threads).isNotEmpty().allMatch(Thread::isVirtual);
  }

  @Test
  void variablesOperationNameAndTextOfAnyScriptArrive() throws Exception {
    HttpResponse<byte[]> answer =
        post(
            "{\"query\": \"query A { hello } query B($n: String) { hello(name: $n) }\","
                + " \"operationName\": \"B\", \"variables\": {\"n\": \"세계 🌍\"},"
                + " \"extensions\": null}");

    assertThat(Outcome.of(answer.body()).at("data", "hello")).isEqualTo("Hello, 세계 🌍!");
  }

  @Test
  void aQueryMayComeByGet() throws Exception {
    HttpResponse<byte[]> answer =
        get("query($n: String) { hello(name: $n) }", "&variables=" + encode("{\"n\": \"you\"}"));

    assertThat(Outcome.of(answer.body()).at("data", "hello")).isEqualTo("Hello, you!");
  }

  @Test
  void aMutationByGetIsRefusedAndNotExecuted() throws Exception {
    HttpResponse<byte[]> answer = get("mutation { write(text: \"by get\") }", "");

    assertThat(answer.statusCode()).isEqualTo(405);
    assertThat(answer.headers().firstValue("Allow")).contains("POST");
    assertThat(server.resolvers.written).doesNotContain("by get");
    assertThat(Outcome.of(answer.body()).code()).isEqualTo("BAD_USER_INPUT");
  }

  @Test
  void aMutationByPostIsExecuted() throws Exception {
    post("{\"query\": \"mutation { write(text: \\\"by post\\\") }\"}");

    assertThat(server.resolvers.written).contains("by post");
  }

  @Test
  void aSubscriptionIsSentToTheSocket() throws Exception {
    HttpResponse<byte[]> answer =
        post("{\"query\": \"subscription { idle(name: \\\"http\\\") { number } }\"}");

    assertThat(Outcome.of(answer.body()).message()).contains("/graphql-ws");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        NEW + " | " + NEW,
        "application/json | application/json",
        "*/* | application/json",
        "application/* | application/json",
        NEW + ", application/json;q=0.9 | " + NEW,
        "application/json;q=0.5, " + NEW + ";q=0.6 | " + NEW,
        "text/html, */*;q=0.1 | application/json"
      })
  void theAnswersTypeIsNegotiated(String accept, String type) throws Exception {
    HttpResponse<byte[]> answer = send(json(HELLO).setHeader("Accept", accept));

    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(type(answer)).isEqualTo(type + ";charset=utf-8");
  }

  @ParameterizedTest
  @ValueSource(strings = {"text/html", "application/xml", "application/json;q=0"})
  void aTypeThatCannotBeAcceptedIsA406(String accept) throws Exception {
    HttpResponse<byte[]> answer = send(json(HELLO).setHeader("Accept", accept));

    assertThat(answer.statusCode()).isEqualTo(406);
    assertThat(Outcome.of(answer.body()).code()).isEqualTo("BAD_USER_INPUT");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"query\": \"{\"}",
        "{\"query\": \"{ nope }\"}",
        "{\"query\": \"query($n: Int!) { book(number: $n) { number } }\"}",
        "{\"query\": \"query A { hello }\", \"operationName\": \"B\"}"
      })
  void whatIsNotExecutedIsA400OnlyInTheNewerForm(String body) throws Exception {
    HttpResponse<byte[]> newer = send(json(body).setHeader("Accept", NEW));
    HttpResponse<byte[]> older = send(json(body).setHeader("Accept", "application/json"));

    assertThat(newer.statusCode()).isEqualTo(400);
    assertThat(older.statusCode()).isEqualTo(200);
    assertThat(Outcome.of(newer.body()).json()).containsOnlyKeys("errors");
    assertThat(Outcome.of(older.body()).json()).containsOnlyKeys("errors");
  }

  @Test
  void partialDataIsA200InBothForms() throws Exception {
    String body = "{\"query\": \"{ hello fail(how: \\\"app\\\") }\"}";

    assertThat(send(json(body).setHeader("Accept", NEW)).statusCode()).isEqualTo(200);
    assertThat(post(body).statusCode()).isEqualTo(200);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "'' | ",
        "{ | query",
        "{} | query",
        "{\"query\": 1} | query",
        "{\"query\": \"{ hello }\", \"variables\": \"x\"} | variables",
        "{\"query\": \"{ hello }\", \"variables\": [1]} | variables",
        "{\"query\": \"{ hello }\", \"operationName\": 1} | operationName",
        "{\"query\": \"{ hello }\", \"extensions\": 1} | extensions",
        "[{\"query\": \"{ hello }\"}] | query",
        "\"{ hello }\" | query",
        "{\"query\": \"{ hello }\"} {} | query",
      })
  void aMalformedRequestIsA400(String body, String field) throws Exception {
    HttpResponse<byte[]> answer = post(body);

    assertThat(answer.statusCode()).isEqualTo(400);
    assertThat(Outcome.of(answer.body()).code()).isEqualTo("BAD_USER_INPUT");
    assertThat(Outcome.of(answer.body()).field()).isEqualTo(field);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "text/plain",
        "application/x-www-form-urlencoded",
        "multipart/form-data; boundary=x",
        "application/json; charset=utf-16",
        "application/json; charset=nope",
        "application/json; charset=!",
        "application/graphql",
        "-"
      })
  void whatABrowserSendsUnaskedIsRefused(String contentType) throws Exception {
    HttpRequest.Builder request =
        request("/graphql")
            .POST(
                HttpRequest.BodyPublishers.ofString(
                    "{\"query\": \"mutation { write(text: \\\"forged\\\") }\"}"));
    if (!contentType.equals("-")) {
      request.setHeader("Content-Type", contentType);
    }

    HttpResponse<byte[]> answer = send(request);

    assertThat(answer.statusCode()).isEqualTo(415);
    assertThat(Outcome.of(answer.body()).code()).isEqualTo("BAD_USER_INPUT");
    assertThat(server.resolvers.written).doesNotContain("forged");
  }

  @Test
  void aPackedBodyIsRefusedBeforeItIsUnpacked() throws Exception {
    ByteArrayOutputStream packed = new ByteArrayOutputStream();
    try (GZIPOutputStream gzip = new GZIPOutputStream(packed)) {
      gzip.write(HELLO.getBytes(StandardCharsets.UTF_8));
    }
    HttpResponse<byte[]> answer =
        send(
            json(HELLO)
                .setHeader("Content-Encoding", "gzip")
                .POST(HttpRequest.BodyPublishers.ofByteArray(packed.toByteArray())));

    assertThat(answer.statusCode()).isEqualTo(415);
  }

  @Test
  void aStrangersBodyOfMoreThanAMebibyteIsRefused() throws Exception {
    String fits = hello((1 << 20) - 100);
    String big = hello(1 << 20);

    assertThat(send(json(fits).setHeader("X-Test-Caller", "-")).statusCode()).isEqualTo(200);
    HttpResponse<byte[]> answer = send(json(big).setHeader("X-Test-Caller", "-"));
    assertThat(answer.statusCode()).isEqualTo(413);
    assertThat(Outcome.of(answer.body()).code()).isEqualTo("BAD_USER_INPUT");
  }

  @Test
  void aMembersBodyOfMoreThanSixteenMebibytesIsRefused() throws Exception {
    HttpResponse<byte[]> fits = post(hello((16 << 20) - 100));
    assertThat(fits.statusCode()).isEqualTo(200);
    assertThat(Outcome.of(fits.body()).at("data", "hello")).isEqualTo("Hello, world!");
    HttpResponse<byte[]> answer = post(hello(16 << 20));
    assertThat(answer.statusCode()).isEqualTo(413);
    assertThat(Outcome.of(answer.body()).message()).contains("16 MiB");
  }

  @Test
  void aLargeBodySaysItsLength() throws Exception {
    byte[] big = hello(1 << 20).getBytes(StandardCharsets.UTF_8);
    HttpRequest.Builder chunked =
        json("")
            .POST(HttpRequest.BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(big)));

    assertThat(send(chunked).statusCode()).isEqualTo(413);
  }

  /** With so many bytes of variables. */
  private static String hello(int bytes) {
    return "{\"query\": \"{ hello }\", \"variables\": {\"a\": \"" + "x".repeat(bytes) + "\"}}";
  }

  @Test
  void whatEvenGraphQLJavaDoesNotCatchIsAnInternalError() throws Exception {
    HttpResponse<byte[]> answer = post("{\"query\": \"{ fail(how: \\\"error\\\") }\"}");

    assertThat(answer.statusCode()).isEqualTo(500);
    assertThat(Outcome.of(answer.body()).code()).isEqualTo("INTERNAL");
    assertThat(new String(answer.body(), StandardCharsets.UTF_8)).doesNotContain("secret");
  }

  @Test
  void answersOutsideOfGraphQLHaveTheSameForm() throws Exception {
    HttpResponse<byte[]> missing = send(request("/nowhere"));
    HttpResponse<byte[]> method = send(request("/graphql").DELETE());

    assertThat(missing.statusCode()).isEqualTo(404);
    assertThat(Outcome.of(missing.body()).code()).isEqualTo("NOT_FOUND");
    assertThat(method.statusCode()).isEqualTo(405);
    assertThat(Outcome.of(method.body()).code()).isEqualTo("BAD_USER_INPUT");
    assertThat(Outcome.of(method.body()).at("errors", 0, "extensions", "requestId"))
        .isEqualTo(method.headers().firstValue("X-Request-Id").orElseThrow());
  }

  @Test
  void everyAnswerCarriesARequestId() throws Exception {
    HttpResponse<byte[]> own = post(HELLO);
    HttpResponse<byte[]> given =
        send(json("{\"query\": \"{\"}").setHeader("X-Request-Id", "mine-1"));
    HttpResponse<byte[]> evil =
        send(json(HELLO).setHeader("X-Request-Id", "a b<script>" + "x".repeat(200)));

    assertThat(id(own)).matches("[0-9a-f]{24}").isNotEqualTo(id(post(HELLO)));
    assertThat(id(given)).isEqualTo("mine-1");
    assertThat(Outcome.of(given.body()).at("errors", 0, "extensions", "requestId"))
        .isEqualTo("mine-1");
    assertThat(id(evil)).matches("[0-9a-f]{24}");
    assertThat(id(send(request("/nowhere")))).isNotEmpty();
  }

  private static String id(HttpResponse<?> answer) {
    return answer.headers().firstValue("X-Request-Id").orElseThrow();
  }

  private static String type(HttpResponse<?> answer) {
    return answer.headers().firstValue("Content-Type").orElseThrow().replace(" ", "");
  }

  private static HttpResponse<byte[]> post(String body) throws Exception {
    return send(json(body));
  }

  private static HttpResponse<byte[]> get(String query, String more) throws Exception {
    return send(request("/graphql?query=" + encode(query) + more));
  }

  private static HttpRequest.Builder json(String body) {
    return request("/graphql")
        .setHeader("Content-Type", "application/json")
        .POST(HttpRequest.BodyPublishers.ofString(body));
  }

  private static HttpRequest.Builder request(String path) {
    return HttpRequest.newBuilder(URI.create("http://localhost:" + server.port() + path));
  }

  private static HttpResponse<byte[]> send(HttpRequest.Builder request) throws Exception {
    return server.http().send(request.build(), BodyHandlers.ofByteArray());
  }

  private static String encode(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }
}
