package dev.assay.integration;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.graphql.client.Node;
import dev.assay.identity.SignInProviders;
import dev.assay.testing.Browser;
import dev.assay.testing.Issuer;
import dev.assay.testing.TestServer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Every example does what it says, against the whole service. */
class ExamplesTest {
  private static final String MODEL = "sim?text=numbers&ttft=300ms&gap=5ms&tokens=200";
  private static final String ANSWER =
      IntStream.range(0, 200).mapToObj(i -> i + " ").collect(Collectors.joining());

  private static Issuer issuer;
  private static TestServer server;
  private static String token;

  @BeforeAll
  static void start() {
    issuer = Issuer.start();
    server =
        TestServer.start(
            SignInProviders.properties(Map.of("OIDC_ISSUER", issuer.url().toString())));
    token = token();
    server
        .client()
        .with("Authorization", "Bearer " + token)
        .model(MODEL, server.simulator().baseUrl());
  }

  private static String token() {
    Browser browser = new Browser(server.url());
    browser.signIn("oidc", "ada", Map.of());
    String create =
        "mutation { createApiToken(input: {name: \"examples\", scopes: [READ, RUN, MANAGE]})"
            + " { token } }";
    return browser.data(create, Map.of()).get("createApiToken").get("token").text();
  }

  @AfterAll
  static void stop() {
    server.close();
    issuer.close();
  }

  @Test
  void withoutATokenTheyAreToldToSignIn() throws Exception {
    assertThat(Example.fail(Example.FOLDER, server.url(), "", "sh", "curl.sh").output())
        .contains("UNAUTHENTICATED");
  }

  @Test
  void onALocalServerTheyNeedNone() throws Exception {
    try (TestServer local = TestServer.start(Map.of())) {
      assertThat(Example.run(Example.FOLDER, local.url(), "", "sh", "curl.sh").output())
          .endsWith("There is no such run.\n");
    }
  }

  @Test
  void curlQueriesChangesAndReadsAnErrorsCode() throws Exception {
    Example curl = Example.run(Example.FOLDER, server.url(), token, "sh", "curl.sh");

    assertThat(curl.output())
        .contains("\"totalCount\":1")
        .contains("\"name\":\"From curl ")
        .contains("\"requestId\":\"curl-example\"")
        .endsWith("There is no such run.\n");
  }

  @Test
  void theStreamGoesOnAfterALostConnectionWithoutALostOrDoubledToken() throws Exception {
    Example stream = node("stream.mjs", MODEL);

    assertThat(stream.output()).isEqualTo(ANSWER);
    assertThat(stream.remarks())
        .containsOnlyOnce("lost the connection")
        .contains("COMPLETED", "tokensPerSecond");
  }

  @Test
  void aPromptIsServedByItsLabel() throws Exception {
    var client = server.client().with("Authorization", "Bearer " + token);
    String id =
        client
            .data(
                "mutation { createPrompt(input: {name: \"Translator\", content: \"Translate into"
                    + " {{language}}, {{tone}}.\", variables: [{name: \"tone\", defaultValue:"
                    + " \"politely\"}]}) { id } }",
                Map.of())
            .get("createPrompt")
            .get("id")
            .text();
    client.data(
        "mutation($id: ID!) { setPromptLabel(promptId: $id, label: \"production\", versionNumber:"
            + " 1) { id } }",
        Map.of("id", id));

    Example served = node("prompt.mjs", "Translator", "language=Korean");

    assertThat(served.output())
        .isEqualTo("Translator, version 1\nTranslate into Korean, politely.\n");
  }

  @Test
  void apolloClientReducesEventsToTheStoredRun() throws Exception {
    assertThat(node("apollo.mjs").output())
        .startsWith("COMPLETED\n")
        .contains(MODEL + ": COMPLETED\n" + ANSWER);
  }

  @Test
  void javaNeedsNothingButTheJdk() throws Exception {
    String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();

    Example stream = Example.run(Example.FOLDER, server.url(), token, java, "Stream.java", MODEL);

    assertThat(stream.output()).isEqualTo(ANSWER + System.lineSeparator());
  }

  private static Example node(String script, String... arguments) throws Exception {
    Path home = Node.home();
    Files.copy(
        Example.FOLDER.resolve(script), home.resolve(script), StandardCopyOption.REPLACE_EXISTING);
    String[] command = new String[arguments.length + 2];
    command[0] = "node";
    command[1] = script;
    System.arraycopy(arguments, 0, command, 2, arguments.length);
    return Example.run(home, server.url(), token, command);
  }
}
