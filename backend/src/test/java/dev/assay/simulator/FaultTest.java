package dev.assay.simulator;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.SocketException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FaultTest {
  private static final Simulator SIMULATOR = Simulator.start(0);
  private static final Duration SOON = Duration.ofSeconds(10);
  private static final String NUMBERS = "sim?text=numbers&tokens=9&gap=1ms&ttft=1ms";
  private final Client client = new Client(SIMULATOR);

  @AfterAll
  static void close() {
    SIMULATOR.close();
  }

  @ParameterizedTest
  @CsvSource({"429,RateLimitError", "500,InternalServerError", "503,ServiceUnavailableError"})
  void aStatusFaultAnswersInsteadOfTheModel(int status, String type) {
    for (String stream : List.of("true", "false")) {
      Client.Answer answer = client.ask(NUMBERS + "&fault=" + status, "\"stream\":" + stream);
      assertThat(answer.status()).isEqualTo(status);
      assertThat(answer.error().map()).containsEntry("type", type).containsEntry("code", status);
      assertThat(ended().end()).isEqualTo(End.FAULT);
    }
  }

  @Test
  void tooManyRequestsSaysWhenToComeBack() {
    assertThat(client.ask(NUMBERS + "&fault=429").header("retry-after")).hasValue("1");
    assertThat(client.ask(NUMBERS + "&fault=429&retry=7").header("retry-after")).hasValue("7");
    assertThat(client.ask(NUMBERS + "&fault=500").header("retry-after")).isEmpty();
  }

  @Test
  void aProxysPageIsHtml() {
    Client.Answer answer = client.stream(NUMBERS + "&fault=html");
    assertThat(answer.status()).isEqualTo(502);
    assertThat(answer.header("content-type")).hasValue("text/html");
    assertThat(answer.text()).startsWith("<html>");
  }

  @Test
  void aWrongKeyCanBePretended() {
    Client.Answer answer = client.stream(NUMBERS + "&fault=401");
    assertThat(answer.status()).isEqualTo(401);
    assertThat(answer.json()).containsEntry("error", "Unauthorized");
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 5, 9})
  void aResetComesAfterExactlyTheTokensWanted(int at) throws Exception {
    try (RawClient raw = new RawClient(SIMULATOR).ask(NUMBERS + "&fault=reset&at=" + at)) {
      assertThatThrownBy(raw::readAll)
          .isInstanceOf(SocketException.class)
          .hasMessageContaining("reset");
    }
    assertBroken(Fault.RESET, at);
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 5, 9})
  void aCutEndsInMidBody(int at) throws Exception {
    try (RawClient raw = new RawClient(SIMULATOR).ask(NUMBERS + "&fault=cut&at=" + at)) {
      String response = new String(raw.readAll(), UTF_8);
      assertThat(response).doesNotEndWith("0\r\n\r\n").doesNotContain("[DONE]");
      assertThat(response.split("\"content\":\"\\d", -1)).hasSize(at + 1);
    }
    assertBroken(Fault.CUT, at);
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 5, 9})
  void aCloseEndsTheBodyProperlyButWithoutDone(int at) throws Exception {
    try (RawClient raw = new RawClient(SIMULATOR).ask(NUMBERS + "&fault=close&at=" + at)) {
      String response = new String(raw.readAll(), UTF_8);
      assertThat(response)
          .endsWith("\r\n0\r\n\r\n")
          .doesNotContain("[DONE]")
          .containsIgnoringCase("connection: close\r\n")
          .doesNotContain("\"finish_reason\":\"");
    }
    assertBroken(Fault.CLOSE, at);
  }

  @Test
  void aStallIsSilentUntilTheClientGoes() throws Exception {
    try (RawClient raw = new RawClient(SIMULATOR).ask(NUMBERS + "&fault=stall&at=4")) {
      raw.readsUntil("\"3 \"},\"logprobs\":null,\"finish_reason\":null}]}\n\n\r\n");
      raw.socket.setSoTimeout(300);
      assertThatThrownBy(raw::readAll).isInstanceOf(java.net.SocketTimeoutException.class);
      assertThat(lastExchange().end()).isNull();
      assertThat(lastExchange().tokensSent()).isEqualTo(4);
    }
    Exchange exchange = ended();
    assertThat(exchange.end()).isEqualTo(End.CLIENT_CLOSED);
    assertThat(exchange.fault()).isEqualTo(Fault.STALL);
  }

  @Test
  void aMalformedEventStandsBetweenGoodOnes() {
    Client.Answer answer = client.stream(NUMBERS + "&fault=malformed&at=4");
    List<String> events = answer.events();
    assertThatThrownBy(() -> Json.readObject(events.get(5).getBytes(UTF_8)))
        .isInstanceOf(ApiException.class);
    assertThat(events.get(4)).contains("\"3 \"");
    assertThat(events.get(6)).contains("\"4 \"");
    assertThat(events.getLast()).isEqualTo("[DONE]");
  }

  @Test
  void anErrorInMidStreamIsAnEventAndThenDone() {
    Client.Answer answer = client.stream(NUMBERS + "&fault=error&at=4");
    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.joined("content")).isEqualTo("0 1 2 3 ");
    assertThat(answer.finishReasons()).isEmpty();
    assertThat(answer.chunks().getLast().object("error").map())
        .containsEntry("type", "InternalServerError")
        .containsEntry("code", 500);
    assertThat(answer.events().getLast()).isEqualTo("[DONE]");
    assertBroken(Fault.ERROR, 4);
  }

  @Test
  void linesCanEndInCrLf() {
    Client.Answer answer = client.stream(NUMBERS + "&fault=crlf");
    assertThat(answer.text()).endsWith("data: [DONE]\r\n\r\n");
    assertThat(answer.text().replace("\r\n", "")).doesNotContain("\n");
    assertThat(answer.joined("content")).isEqualTo(ChatTest.numbers(9));
  }

  @Test
  void oneTokenCanBeHuge() {
    Client.Answer answer = client.stream(NUMBERS + "&fault=huge&at=4");
    String text = answer.joined("content");
    assertThat(text)
        .hasSize(8 * 2 + Fault.HUGE_BYTES)
        .startsWith("0 1 2 3 huge")
        .endsWith("huge5 6 7 8 ");
    assertThat(lastExchange().tokensSent()).isEqualTo(9);
  }

  @Test
  void splitTearsCharactersChunksAndLinesButLosesNothing() throws Exception {
    String model = "sim?text=ko&tokens=40&seed=1&gap=15ms&fault=split";
    try (RawClient raw = new RawClient(SIMULATOR).ask(model)) {
      List<byte[]> reads = raw.readsUntil("0\r\n\r\n");
      assertThat(reads).as("reads that end inside a character").anyMatch(read -> !whole(read));
      assertThat(reads)
          .as("reads that end between CR and LF")
          .anyMatch(read -> read[read.length - 1] == '\r');
      List<byte[]> chunks = RawClient.chunks(RawClient.joined(reads));
      assertThat(chunks).as("chunks that end inside a character").anyMatch(chunk -> !whole(chunk));
      assertThat(chunks).as("chunks that end inside a line").anyMatch(chunk -> chunk.length == 3);
      String body = new String(RawClient.joined(chunks), UTF_8);
      assertThat(body).endsWith("data: [DONE]\n\n").doesNotContain("\uFFFD");
    }
    Exchange torn = lastExchange();
    Client.Answer untorn =
        client.post(
            "/v1/chat/completions",
            Client.body("sim?text=ko&tokens=40&seed=1&ttft=0&gap=0", "차 이야기"));
    assertThat(untorn.choice().object("message").text("content")).isEqualTo(torn.text());
  }

  @Test
  void formAndBreakingFaultsGoTogether() {
    String model = NUMBERS + "&fault=crlf,split,close&at=3";
    Client.Answer answer = client.stream(model);
    assertThat(answer.text()).contains("\r\n\r\n").doesNotContain("[DONE]");
    assertThat(answer.joined("content")).isEqualTo("0 1 2 ");
  }

  @ParameterizedTest
  @ValueSource(strings = {"reset", "cut", "close"})
  void anUnstreamedAnswerBreaksOffWithoutAResponse(String fault) {
    assertThatThrownBy(() -> client.ask(NUMBERS + "&at=2&fault=" + fault))
        .hasCauseInstanceOf(IOException.class);
    assertThat(ended().end()).isEqualTo(End.FAULT);
  }

  @Test
  void anUnstreamedAnswerCanBeMalformedOrFail() {
    Client.Answer malformed = client.ask(NUMBERS + "&fault=malformed");
    assertThatThrownBy(malformed::json).isInstanceOf(ApiException.class);
    assertThat(client.ask(NUMBERS + "&fault=error").status()).isEqualTo(500);
  }

  @Test
  void theFirstRequestsOrAShareOfAllCanFail() {
    assertThat(statuses(NUMBERS + "&fault=503&first=2", 4)).containsExactly(503, 503, 200, 200);
    assertThat(statuses(NUMBERS + "&fault=500&rate=25", 8))
        .containsExactly(200, 200, 200, 500, 200, 200, 200, 500);
  }

  @Test
  void theFlakyModelBreaksOffInTheThirdAndRefusesTheFifth() {
    String model = "moody-3b?ttft=0&gap=0";
    for (int round = 0; round < 2; round++) {
      assertThat(client.stream(model).status()).isEqualTo(200);
      assertThat(client.stream(model).status()).isEqualTo(200);
      assertThatThrownBy(() -> client.stream(model)).hasCauseInstanceOf(IOException.class);
      assertThat(client.stream(model).status()).isEqualTo(200);
      Client.Answer refused = client.stream(model);
      assertThat(refused.status()).isEqualTo(429);
      assertThat(refused.header("retry-after")).hasValue("1");
    }
  }

  private List<Integer> statuses(String model, int requests) {
    return java.util.stream.Stream.generate(() -> client.ask(model).status())
        .limit(requests)
        .toList();
  }

  private static void assertBroken(Fault fault, int tokens) {
    Exchange exchange = ended();
    assertThat(exchange.fault()).isEqualTo(fault);
    assertThat(exchange.end()).isEqualTo(End.FAULT);
    assertThat(exchange.tokensSent()).isEqualTo(tokens);
    assertThat(exchange.text()).isEqualTo(ChatTest.numbers(tokens));
  }

  private static Exchange lastExchange() {
    return SIMULATOR.log().exchanges().getLast();
  }

  private static Exchange ended() {
    Exchange last = lastExchange();
    return SIMULATOR.log().await(exchange -> exchange == last && exchange.end() != null, SOON);
  }

  /** Whether the bytes are whole characters. */
  private static boolean whole(byte[] bytes) {
    try {
      UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes));
      return true;
    } catch (CharacterCodingException e) {
      return false;
    }
  }
}
