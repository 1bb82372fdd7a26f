package dev.assay.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import dev.assay.graphql.Caller;
import dev.assay.graphql.Engine;
import dev.assay.graphql.GraphQLRequest;
import dev.assay.graphql.RequestId;
import dev.assay.testing.Browser;
import dev.assay.testing.GraphQLClient;
import dev.assay.testing.Json;
import graphql.ExecutionResult;
import graphql.language.OperationDefinition.Operation;
import graphql.schema.GraphQLFieldDefinition;
import graphql.schema.GraphQLObjectType;
import graphql.schema.GraphQLSchema;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/**
 * The whole schema, field by field, as a stranger, as a member where only administrators may, and
 * as one person with the ids of another.
 */
class AccessTest {
  private static SignedInServer server;
  private static Browser ada;
  private static Browser eve;
  private static GraphQLClient eves;

  /** What Ada has, by name. */
  private static final Map<String, Object> IDS = new HashMap<>();

  @BeforeAll
  static void start() {
    server = SignedInServer.start();
    ada = server.browser("ada");
    eve = server.browser("eve");
    eves = server.client(eve);
    GraphQLClient adas = server.client(ada);
    IDS.put("user", server.id(ada));
    IDS.put("model", adas.model("sim?tokens=3&seed=1", server.server().simulator().baseUrl()));
    IDS.put(
        "server",
        ada.data("query($model: ID!) { model(id: $model) { server { id } } }", variables("model"))
            .get("model")
            .get("server")
            .get("id")
            .text());
    IDS.put(
        "session",
        ada.data("{ sessions { id } }", Map.of()).get("sessions").get(0).get("id").text());
    server.token(ada, "READ");
    IDS.put(
        "token",
        ada.data("{ apiTokens { id } }", Map.of()).get("apiTokens").get(0).get("id").text());
    Json prompt =
        ada.data(
                "mutation { createPrompt(input: {name: \"Ada's\", content: \"secret\", tags:"
                    + " [\"hers\"]}) { id currentVersion { id } } }",
                Map.of())
            .get("createPrompt");
    ada.data(
        "mutation($id: ID!) { setPromptLabel(promptId: $id, label: \"production\", versionNumber:"
            + " 1) { id } }",
        Map.of("id", prompt.get("id").text()));
    IDS.put("prompt", prompt.get("id").text());
    IDS.put("version", prompt.get("currentVersion").get("id").text());
    IDS.put(
        "run", adas.startRun("Ada's question", (String) Objects.requireNonNull(IDS.get("model"))));
    adas.finish((String) Objects.requireNonNull(IDS.get("run")));
    IDS.put(
        "batch",
        ada.data(
                "mutation($model: ID!) { startBatch(input: {modelIds: [$model], items: [{message:"
                    + " \"Ada's\"}]}) { id } }",
                variables("model"))
            .get("startBatch")
            .get("id")
            .text());
    IDS.put(
        "result",
        ada.data("query($run: ID!) { run(id: $run) { results { id } } }", variables("run"))
            .get("run")
            .get("results")
            .get(0)
            .get("id")
            .text());
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  @TestFactory
  Stream<DynamicTest> aStrangerMayNothingButAskWhoHeIs() {
    return rootFields()
        .map(field ->
            dynamicTest(
                field.name(),
                () -> {
                  List<Object> codes = codes(execute(field.document(), null));
                  if (field.name().equals("Query.viewer")) {
                    assertThat(codes).isEmpty();
                  } else {
                    assertThat(codes).containsExactly("UNAUTHENTICATED");
                  }
                }));
  }

  @Test
  void aStrangerMayNotReadTheSchema() {
    assertThat(codes(execute("{ __schema { queryType { name } } }", null))).isNotEmpty();
  }

  @TestFactory
  Stream<DynamicTest> aMemberMayNotDoWhatAdministratorsMay() {
    return rootFields()
        .filter(RootField::isForAdministrators)
        .map(field ->
            dynamicTest(
                field.name(),
                () ->
                    assertThat(codes(execute(field.document(), server.caller(eve))))
                        .containsExactly("FORBIDDEN")));
  }

  @Test
  void whatConcernsOtherPeopleIsForAdministrators() {
    assertThat(rootFields().filter(RootField::isForAdministrators).map(RootField::name))
        .containsExactlyInAnyOrder(
            "Query.users", "Mutation.deactivateUser", "Mutation.reactivateUser");
  }

  /** Every root field has a case here, or the test fails. */
  @TestFactory
  Stream<DynamicTest> anotherPersonsIdsAreOfNoUse() {
    Map<String, Runnable> cases = cases();
    TreeSet<String> fields =
        rootFields().map(RootField::name).collect(Collectors.toCollection(TreeSet::new));
    DynamicTest complete =
        dynamicTest("no field is left out", () -> assertThat(cases.keySet()).isEqualTo(fields));
    return Stream.concat(
        Stream.of(complete),
        cases.entrySet().stream().map(one -> dynamicTest(one.getKey(), one.getValue()::run)));
  }

  private static Map<String, Runnable> cases() {
    Map<String, Runnable> cases = new LinkedHashMap<>();
    Consumer<String> forbidden = document -> assertCode("FORBIDDEN", document);
    Consumer<String> notFound = document -> assertCode("NOT_FOUND", document);
    put(cases, "Query.viewer", AccessTest::viewerIsOneself);
    put(cases, "Query.sessions", AccessTest::sessionsAreOnesOwn);
    put(cases, "Query.apiTokens", () -> assertEmpty("{ apiTokens { id } }", "apiTokens"));
    put(cases, "Query.prompts", () -> assertNoNodes("prompts"));
    put(cases, "Query.runs", () -> assertNoNodes("runs"));
    // Models are for all members; only who registered one changes it.
    put(cases, "Query.models", () -> assertThat(nodes("models")).isNotEmpty());
    put(
        cases,
        "Query.model",
        () -> assertThat(ask("{ model(id: $model) { name } }").has("errors")).isFalse());
    put(cases, "Query.modelServers", () -> assertThat(nodes("modelServers")).isNotEmpty());
    put(
        cases,
        "Query.modelServer",
        () ->
            assertThat(ask("{ modelServer(id: $server) { hasApiKey } }").has("errors")).isFalse());
    put(
        cases,
        "Query.localServers",
        () -> assertThat(ask("{ localServers { kind } }").has("errors")).isFalse());
    put(cases, "Query.users", () -> forbidden.accept("{ users { nodes { id } } }"));
    put(cases, "Query.prompt", () -> notFound.accept("{ prompt(id: $prompt) { id } }"));
    put(cases, "Query.promptTags", () -> assertEmpty("{ promptTags { name } }", "promptTags"));
    put(
        cases,
        "Query.promptVersion",
        () ->
            notFound.accept(
                "{ promptVersion(name: \"Ada's\", label: \"production\") { content } }"));
    put(cases, "Query.exportPrompts", () -> notFound.accept("{ exportPrompts(ids: [$prompt]) }"));
    put(cases, "Query.run", () -> notFound.accept("{ run(id: $run) { id } }"));
    put(
        cases,
        "Mutation.endSession",
        () -> notFound.accept("mutation { endSession(id: $session) { id } }"));
    put(cases, "Mutation.signOutEverywhere", AccessTest::signingOutLeavesOthersSignedIn);
    put(cases, "Mutation.createApiToken", AccessTest::aTokenIsItsMakers);
    put(
        cases,
        "Mutation.revokeApiToken",
        () -> notFound.accept("mutation { revokeApiToken(id: $token) { id } }"));
    put(
        cases,
        "Mutation.deleteAccount",
        () -> assertCode("BAD_USER_INPUT", "mutation { deleteAccount(confirmation: \"ada\") }"));
    put(
        cases,
        "Mutation.deactivateUser",
        () -> forbidden.accept("mutation { deactivateUser(id: $user) { id } }"));
    put(
        cases,
        "Mutation.reactivateUser",
        () -> forbidden.accept("mutation { reactivateUser(id: $user) { id } }"));
    put(cases, "Mutation.registerModel", AccessTest::aServersKeyIsItsOwners);
    put(
        cases,
        "Mutation.updateModel",
        () ->
            forbidden.accept("mutation { updateModel(input: {id: $model, name: \"x\"}) { id } }"));
    put(cases, "Mutation.registerModels", AccessTest::modelsAreAddedToOnesOwnServer);
    put(
        cases,
        "Mutation.updateModelServer",
        () ->
            forbidden.accept(
                "mutation { updateModelServer(input: {id: $server, apiKey: \"x\"}) { id } }"));
    put(
        cases,
        "Mutation.checkModelHealth",
        () ->
            assertThat(ask("mutation { checkModelHealth(id: $model) { status } }").has("errors"))
                .isFalse());
    // It would be asked with its owner's key.
    put(
        cases,
        "Mutation.discoverModels",
        () ->
            forbidden.accept(
                "mutation { discoverModels(input: {serverId: $server}) { modelName } }"));
    put(
        cases,
        "Mutation.removeModel",
        () -> forbidden.accept("mutation { removeModel(id: $model) { id } }"));
    put(
        cases,
        "Mutation.restoreModel",
        () -> forbidden.accept("mutation { restoreModel(id: $model) { id } }"));
    put(cases, "Mutation.createPrompt", AccessTest::aNameIsFreeWhereAnotherHasIt);
    put(
        cases,
        "Mutation.updatePrompt",
        () ->
            notFound.accept(
                "mutation { updatePrompt(input: {id: $prompt, baseVersionNumber: 1, content:"
                    + " \"x\"}) { id } }"));
    put(
        cases,
        "Mutation.removePrompt",
        () -> notFound.accept("mutation { removePrompt(id: $prompt) { id } }"));
    put(
        cases,
        "Mutation.restorePrompt",
        () -> notFound.accept("mutation { restorePrompt(id: $prompt) { id } }"));
    put(
        cases,
        "Mutation.rollbackPrompt",
        () ->
            notFound.accept(
                "mutation { rollbackPrompt(promptId: $prompt, versionNumber: 1) { id } }"));
    for (String field : List.of("duplicatePrompt", "starPrompt", "unstarPrompt")) {
      put(
          cases,
          "Mutation." + field,
          () -> notFound.accept("mutation { " + field + "(id: $prompt) { id } }"));
    }
    put(
        cases,
        "Mutation.setPromptLabel",
        () ->
            notFound.accept(
                "mutation { setPromptLabel(promptId: $prompt, label: \"x\", versionNumber: 1) { id"
                    + " } }"));
    put(
        cases,
        "Mutation.removePromptLabel",
        () ->
            notFound.accept(
                "mutation { removePromptLabel(promptId: $prompt, label: \"production\") { id } }"));
    put(cases, "Mutation.importPrompts", AccessTest::anImportIsItsMakers);
    put(
        cases,
        "Mutation.startRun",
        () ->
            notFound.accept(
                "mutation { startRun(input: {modelIds: [$model], userMessage: \"x\","
                    + " promptVersionId: $version}) { id } }"));
    put(
        cases,
        "Mutation.cancelRun",
        () -> notFound.accept("mutation { cancelRun(runId: $run) { id } }"));
    put(
        cases,
        "Mutation.cancelResult",
        () -> notFound.accept("mutation { cancelResult(resultId: $result) { id } }"));
    put(cases, "Mutation.rerun", () -> notFound.accept("mutation { rerun(runId: $run) { id } }"));
    put(
        cases,
        "Mutation.updateRun",
        () -> notFound.accept("mutation { updateRun(input: {runId: $run, notes: \"x\"}) { id } }"));
    for (String mutation : List.of("shareRun", "unshareRun", "removeRun", "restoreRun")) {
      put(
          cases,
          "Mutation." + mutation,
          () -> notFound.accept("mutation { %s(runId: $run) { id } }".formatted(mutation)));
    }
    put(cases, "Query.batches", () -> assertNoNodes("batches"));
    put(cases, "Query.batch", () -> notFound.accept("{ batch(id: $batch) { id } }"));
    put(
        cases,
        "Mutation.startBatch",
        () ->
            notFound.accept(
                "mutation { startBatch(input: {modelIds: [$model], items: [{message: \"x\"}],"
                    + " promptVersionId: $version}) { id } }"));
    put(
        cases,
        "Mutation.cancelBatch",
        () -> notFound.accept("mutation { cancelBatch(batchId: $batch) { id } }"));
    for (String mutation : List.of("removeBatch", "restoreBatch")) {
      put(
          cases,
          "Mutation." + mutation,
          () -> notFound.accept("mutation { %s(batchId: $batch) { id } }".formatted(mutation)));
    }
    put(cases, "Subscription.batchEvents", AccessTest::batchEventsAreNotFound);
    put(cases, "Subscription.runEvents", AccessTest::eventsAreNotFound);
    return cases;
  }

  private static void put(Map<String, Runnable> cases, String field, Runnable check) {
    cases.put(field, check);
  }

  private static void viewerIsOneself() {
    assertThat(server.id(eve)).isNotEqualTo(IDS.get("user"));
  }

  private static void sessionsAreOnesOwn() {
    assertThat(eve.data("{ sessions { id } }", Map.of()).get("sessions").list())
        .extracting(session -> session.get("id").text())
        .hasSize(1)
        .doesNotContain((String) IDS.get("session"));
  }

  private static void signingOutLeavesOthersSignedIn() {
    Browser other = server.browser("third");
    other.data("mutation { signOutEverywhere }", Map.of());
    assertThat(server.id(ada)).isEqualTo(IDS.get("user"));
  }

  private static void aTokenIsItsMakers() {
    Browser other = server.browser("fourth");
    server.token(other, "READ");
    assertThat(ada.data("{ apiTokens { id } }", Map.of()).get("apiTokens").list())
        .extracting(token -> token.get("id").text())
        .containsExactly((String) IDS.get("token"));
  }

  /** The same address is another server for another owner, so that no key is lent. */
  private static void aServersKeyIsItsOwners() {
    String register =
        "mutation($in: RegisterModelInput!) { registerModel(input: $in) { hasApiKey } }";
    Map<String, Object> model =
        Map.of("name", "m", "modelName", "m", "endpointUrl", "http://127.0.0.1:4999/v1");
    Map<String, Object> withKey = new HashMap<>(model);
    withKey.put("apiKey", "sk-ada");
    assertThat(
            ada.data(register, Map.of("in", withKey))
                .get("registerModel")
                .get("hasApiKey")
                .isTrue())
        .isTrue();
    assertThat(
            eve.data(register, Map.of("in", model)).get("registerModel").get("hasApiKey").isTrue())
        .isFalse();
  }

  private static void modelsAreAddedToOnesOwnServer() {
    String address = server.server().simulator().baseUrl();
    Json added =
        eve.data(
                "mutation($url: String!) { registerModels(input: {endpointUrl: $url, models:"
                    + " [{modelName: \"sim?tokens=3&seed=1\"}]}) { server { id } } }",
                Map.of("url", address))
            .get("registerModels");
    assertThat(added.get(0).get("server").get("id").text()).isNotEqualTo(IDS.get("server"));
  }

  private static void aNameIsFreeWhereAnotherHasIt() {
    Browser other = server.browser("fifth");
    other.data(
        "mutation { createPrompt(input: {name: \"Ada's\", content: \"x\"}) { id } }", Map.of());
    assertThat(
            ada.data(
                    "query($prompt: ID!) { prompt(id: $prompt) { currentVersion { content } } }",
                    variables("prompt"))
                .get("prompt")
                .get("currentVersion")
                .get("content")
                .text())
        .isEqualTo("secret");
  }

  private static void anImportIsItsMakers() {
    Browser other = server.browser("sixth");
    other.data(
        "mutation { importPrompts(document: {format: \"assay.prompts\", formatVersion: 1, prompts:"
            + " [{name: \"Ada's\", versions: [{number: 1, content: \"x\"}]}]}) { takenNames } }",
        Map.of());
    Json adas = ada.data("{ prompts { totalCount nodes { name } } }", Map.of()).get("prompts");
    assertThat(adas.get("totalCount").integer()).isEqualTo(1);
  }

  private static void eventsAreNotFound() {
    var follower = eves.follow((String) Objects.requireNonNull(IDS.get("run")));
    follower.awaitComplete();
    assertThat(follower.events()).isEmpty();
    assertThat(follower.errors().getFirst().get(0).get("extensions").get("code").text())
        .isEqualTo("NOT_FOUND");
  }

  private static void batchEventsAreNotFound() {
    var follower =
        eves.subscribe(
            "subscription($batch: ID!) { batchEvents(batchId: $batch) { sequence } }",
            variables("batch"));
    follower.awaitComplete();
    assertThat(follower.events()).isEmpty();
    assertThat(follower.errors().getFirst().get(0).get("extensions").get("code").text())
        .isEqualTo("NOT_FOUND");
  }

  private static void assertEmpty(String document, String field) {
    assertThat(eve.data(document, Map.of()).get(field).list()).isEmpty();
  }

  private static void assertNoNodes(String field) {
    assertThat(nodes(field)).isEmpty();
    Json count = eve.data("{ %s { totalCount } }".formatted(field), Map.of());
    assertThat(count.get(field).get("totalCount").integer()).isZero();
  }

  private static List<Json> nodes(String field) {
    return eve.data("{ %s { nodes { id } } }".formatted(field), Map.of())
        .get(field)
        .get("nodes")
        .list();
  }

  private static void assertCode(String code, String document) {
    Json answer = ask(document);
    assertThat(answer.get("errors").list())
        .extracting(error -> error.get("extensions").get("code").text())
        .containsExactly(code);
  }

  /** Asks as Eve, with Ada's ids in the place of names such as {@code $run}. */
  private static Json ask(String document) {
    String filled = document;
    for (Map.Entry<String, Object> id : IDS.entrySet()) {
      filled = filled.replaceAll("\\$" + id.getKey() + "\\b", "\"" + id.getValue() + "\"");
    }
    return eve.execute(filled, Map.of());
  }

  private static Map<String, Object> variables(String name) {
    return Map.of(name, Objects.requireNonNull(IDS.get(name)));
  }

  private record RootField(String name, String document, boolean isForAdministrators) {}

  private static Stream<RootField> rootFields() {
    GraphQLSchema schema = server.server().bean(GraphQLSchema.class);
    return Stream.of(schema.getQueryType(), schema.getMutationType(), schema.getSubscriptionType())
        .map(Objects::requireNonNull)
        .flatMap(type -> type.getFieldDefinitions().stream().map(field -> rootField(type, field)));
  }

  private static RootField rootField(GraphQLObjectType type, GraphQLFieldDefinition field) {
    var access = field.getAppliedDirective("access");
    boolean isForAdministrators =
        access != null
            && "ADMINISTRATOR"
                .equals(Objects.requireNonNull(access.getArgument("role")).getValue());
    return new RootField(
        type.getName() + "." + field.getName(), LeastDocument.of(type, field), isForAdministrators);
  }

  private static ExecutionResult execute(String document, @Nullable Caller caller) {
    return server
        .server()
        .bean(Engine.class)
        .execute(
            new GraphQLRequest(document, null, Map.of()),
            caller,
            RequestId.next(),
            EnumSet.allOf(Operation.class))
        .result();
  }

  private static List<Object> codes(ExecutionResult result) {
    return result.getErrors().stream()
        .map(error ->
            error.getExtensions() == null
                ? "none"
                : String.valueOf(error.getExtensions().get("code")))
        .map(Object.class::cast)
        .toList();
  }
}
