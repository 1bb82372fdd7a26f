package dev.assay.simulator;

import static dev.assay.simulator.Client.body;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.net.NetworkInterface;
import java.net.Socket;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class EndpointsTest {
  private static final Simulator SIMULATOR = Simulator.start(0);
  private final Client client = new Client(SIMULATOR);

  @AfterAll
  static void close() {
    SIMULATOR.close();
  }

  @Test
  void theFourModelsAreListedWithTheirContextLength() {
    List<Fields> models = new Fields(client.get("/v1/models").json()).objects("data");
    assertThat(models)
        .extracting(model -> model.text("id"))
        .containsExactly("swift-8b", "sage-70b", "muse-reasoner", "moody-3b");
    assertThat(models)
        .extracting(model -> model.whole("max_model_len", 1, Long.MAX_VALUE))
        .containsExactlyElementsOf(
            SimulatedModel.ALL.stream().map(model -> (long) model.contextLength()).toList());
  }

  @Test
  void healthIsEmptyAndVersionSaysThatItIsSimulated() {
    assertThat(client.get("/health").status()).isEqualTo(200);
    assertThat(client.get("/health").text()).isEmpty();
    assertThat(client.get("/version").json()).containsEntry("version", Api.VERSION);
  }

  @Test
  void anUnknownPathIsNotFound() {
    Client.Answer answer = client.get("/v1/nothing");
    assertThat(answer.status()).isEqualTo(404);
    assertThat(answer.error().text("type")).isEqualTo("NotFoundError");
  }

  @Test
  void anUnknownModelIsNotFoundInVllmsWords() {
    Client.Answer answer = client.ask("gpt-nothing");
    assertThat(answer.status()).isEqualTo(404);
    assertThat(answer.error().map())
        .containsEntry("message", "The model `gpt-nothing` does not exist.")
        .containsEntry("type", "NotFoundError")
        .containsEntry("param", "model")
        .containsEntry("code", 404);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "[]", "{", "{\"model\":}", "{} {}", "\u0000"})
  void aBodyThatIsNotAJsonObjectIsABadRequest(String body) {
    Client.Answer answer = client.post("/v1/chat/completions", body);
    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.error().map())
        .containsEntry("type", "BadRequestError")
        .containsEntry("code", 400);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "messages    | {'model':'sim','messages':[]}",
        "messages    | {'model':'sim'}",
        "messages    | {'model':'sim','messages':'hello'}",
        "model       | {'messages':[{'role':'user','content':'x'}]}",
        "model       | {'model':7,'messages':[{'role':'user','content':'x'}]}",
        "temperature |"
            + " {'model':'sim','temperature':2.1,'messages':[{'role':'user','content':'x'}]}",
        "top_p       | {'model':'sim','top_p':-0.1,'messages':[{'role':'user','content':'x'}]}",
        "max_tokens  | {'model':'sim','max_tokens':0,'messages':[{'role':'user','content':'x'}]}",
        "max_tokens  | {'model':'sim','max_tokens':'9','messages':[{'role':'user','content':'x'}]}",
        "n           | {'model':'sim','n':2,'messages':[{'role':'user','content':'x'}]}",
        "seed        | {'model':'sim','seed':1.5,'messages':[{'role':'user','content':'x'}]}",
        "stop        | {'model':'sim','stop':[1],'messages':[{'role':'user','content':'x'}]}",
        "stream      | {'model':'sim','stream':'yes','messages':[{'role':'user','content':'x'}]}",
        "messages.role | {'model':'sim','messages':[{'content':'x'}]}",
      })
  void aWrongFieldIsNamed(String field, String body) {
    Client.Answer answer = client.post("/v1/chat/completions", body.replace('\'', '"'));
    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.error().text("param")).isEqualTo(field);
    assertThat(answer.error().text("message")).contains("`" + field + "`");
  }

  @Test
  void moreTokensThanTheContextHoldsAreRefused() {
    Client.Answer answer = client.ask("moody-3b", "\"max_tokens\":16384");
    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.error().text("message"))
        .startsWith("This model's maximum context length is 16384 tokens.");
  }

  @Test
  void aBodyOverTheLimitIsRefused() {
    SimulatorSettings small = SimulatorSettings.onPort(0).withMaxBodyBytes(1000);
    try (Simulator simulator = Simulator.start(small)) {
      Client.Answer answer =
          new Client(simulator).post("/v1/chat/completions", body("sim", "x".repeat(1000)));
      assertThat(answer.status()).isEqualTo(413);
    }
  }

  @Test
  void aRequiredKeyIsWantedOnV1Only() {
    SimulatorSettings locked = SimulatorSettings.onPort(0).withApiKey("sk-secret");
    try (Simulator simulator = Simulator.start(locked)) {
      Client stranger = new Client(simulator);
      assertThat(stranger.get("/v1/models").status()).isEqualTo(401);
      assertThat(stranger.get("/v1/models").json()).containsEntry("error", "Unauthorized");
      assertThat(stranger.get("/health").status()).isEqualTo(200);
      assertThat(withKey(stranger, "sk-wrong")).isEqualTo(401);
      assertThat(withKey(stranger, "sk-secret")).isEqualTo(200);
      assertThat(simulator.log().exchanges().toString()).doesNotContain("sk-");
      assertThat(simulator.log().exchanges().getLast().head().headers())
          .containsEntry("authorization", "Bearer (9 characters)");
      assertThat(locked.toString()).doesNotContain("sk-");
    }
  }

  @Test
  void requestsShareAConnection() {
    for (int i = 0; i < 3; i++) {
      client.stream("sim?tokens=1&gap=0&ttft=0");
    }
    List<Exchange> last = SIMULATOR.log().exchanges().reversed().subList(0, 3);
    assertThat(last)
        .extracting(exchange -> exchange.head().clientPort())
        .containsOnly(last.getFirst().head().clientPort());
  }

  @Test
  void nobodyElseOnTheNetworkReachesIt() throws Exception {
    List<InetAddress> others =
        NetworkInterface.networkInterfaces()
            .flatMap(NetworkInterface::inetAddresses)
            .filter(address -> !address.isLoopbackAddress())
            .toList();
    for (InetAddress other : others) {
      assertThat(connects(other)).as("%s", other).isFalse();
    }
    assertThat(connects(InetAddress.ofLiteral("127.0.0.1"))).isTrue();
  }

  private static boolean connects(InetAddress address) {
    try (Socket socket = new Socket(address, SIMULATOR.port())) {
      return socket.isConnected();
    } catch (java.io.IOException e) {
      return false;
    }
  }

  private static int withKey(Client client, String key) {
    return client
        .send(
            client
                .posting("/v1/chat/completions", body("sim?tokens=1&ttft=0", "x"))
                .header("Authorization", "Bearer " + key)
                .build())
        .status();
  }
}
