package dev.assay.identity;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.graphql.http.RawHttp;
import dev.assay.testing.Browser;
import dev.assay.testing.TestServer;
import io.micronaut.web.router.Router;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Every address of the running service, and who may call it. Whoever adds one says so here. */
class RoutesTest {
  /** The page's files, whether the service is well, and the ways in. */
  private static final Set<String> FOR_ANYBODY =
      Set.of(
          "GET /{path:.*}",
          "GET /health",
          "GET /health/{selector}",
          "GET /auth/methods",
          "POST /auth/refresh",
          "POST /auth/link",
          "POST /auth/sign-out");

  /** Ways in that are there only where there is a provider. */
  private static final Set<String> OF_A_PROVIDER =
      Set.of("GET /auth/login/oidc", "GET /auth/callback/oidc", "POST /auth/callback/oidc");

  /** Who may do what there, the schema says field by field. */
  private static final Set<String> BY_THE_SCHEMA =
      Set.of("GET /graphql", "POST /graphql", "GET /graphql-ws");

  private static final Set<String> FOR_MEMBERS =
      Set.of(
          "GET /account/export",
          "GET /pictures/{id}",
          "GET /export/runs/{id:[^/.]+}.{ending:json|csv|md}",
          "GET /export/runs.{ending:json|csv|md}",
          "GET /export/batches/{id:[^/.]+}.{ending:json|csv|md}",
          "POST /import/runs");

  private static final Set<String> FOR_ADMINISTRATORS =
      Set.of("GET /metrics", "GET /metrics/{name}", "GET /prometheus");

  private static SignedInServer server;

  @BeforeAll
  static void start() {
    server = SignedInServer.start();
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  @Test
  void everyRouteIsKnown() {
    assertThat(routes(server.server()))
        .isEqualTo(
            union(FOR_ANYBODY, OF_A_PROVIDER, BY_THE_SCHEMA, FOR_MEMBERS, FOR_ADMINISTRATORS));
  }

  @Test
  void aServerWithoutAProviderHasNoMore() {
    try (TestServer linked = TestServer.start(Map.of("micronaut.server.host", "0.0.0.0"))) {
      assertThat(routes(linked))
          .isEqualTo(union(FOR_ANYBODY, BY_THE_SCHEMA, FOR_MEMBERS, FOR_ADMINISTRATORS));
      assertThat(new Browser(linked.url()).get("/prometheus").status()).isEqualTo(401);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/account/export",
        "/export/runs.json",
        "/export/runs.csv?status=x",
        "/export/runs/01900000-0000-7000-8000-000000000001.md",
        "/export/batches/01900000-0000-7000-8000-000000000001.csv",
        "/pictures/01900000-0000-7000-8000-000000000001",
        "/metrics",
        "/metrics/jvm.memory.used",
        "/metrics/",
        "/prometheus"
      })
  void whatIsForSomebodyIsNotForStrangers(String path) {
    Browser.Page page = server.stranger().get(path);

    assertThat(page.status()).isEqualTo(401);
    assertThat(page.json().get("errors").get(0).get("extensions").get("code").text())
        .isEqualTo("UNAUTHENTICATED");
  }

  @Test
  void aStrangerLearnsOnlyWhetherTheServiceIsWell() {
    for (String path : new String[] {"/health", "/health/liveness", "/health/readiness"}) {
      assertThat(server.stranger().get(path).body()).as(path).isEqualTo("{\"status\":\"UP\"}");
    }
    assertThat(server.administrator().get("/health").body()).isEqualTo("{\"status\":\"UP\"}");
  }

  @Test
  void theNumbersAreForAdministratorsAndTheirPrograms() throws Exception {
    Browser boss = server.administrator();
    Browser member = server.browser("curious");

    assertThat(boss.get("/prometheus").body()).contains("jvm_memory_used_bytes");
    assertThat(boss.get("/metrics").body()).contains("jvm.memory.used");
    assertThat(member.get("/prometheus").status()).isEqualTo(403);
    assertThat(member.get("/metrics").status()).isEqualTo(403);
    assertThat(status("/prometheus", server.token(boss, "READ"))).isEqualTo(200);
    assertThat(status("/prometheus", server.token(boss, "RUN", "MANAGE"))).isEqualTo(403);
    assertThat(status("/prometheus", server.token(member, "READ"))).isEqualTo(403);
    assertThat(status("/prometheus", "assay_unknown")).isEqualTo(401);
  }

  @Test
  void runsAsFilesAreForTheirOwnerAlone() throws Exception {
    Browser owner = server.browser("filer");
    Browser other = server.browser("other-filer");
    String model =
        server.client(owner).model("sim?tokens=2&seed=3", server.server().simulator().baseUrl());
    String run = server.client(owner).startRun("Only mine.", model);
    server.client(owner).finish(run);

    assertThat(owner.get("/export/runs/" + run + ".json").body()).contains("Only mine.");
    assertThat(owner.get("/export/runs.md").body()).contains("Only mine.");
    assertThat(other.get("/export/runs/" + run + ".json").status()).isEqualTo(404);
    assertThat(other.get("/export/runs.md").body()).doesNotContain("Only mine.");
    assertThat(server.administrator().get("/export/runs/" + run + ".csv").status()).isEqualTo(404);
    assertThat(status("/export/runs.csv", server.token(owner, "READ"))).isEqualTo(200);
    assertThat(status("/export/runs.csv", server.token(owner, "RUN", "MANAGE"))).isEqualTo(403);
  }

  @Test
  void onlyWhoMayChangeThingsImportsRuns() throws Exception {
    Browser browser = server.browser("importer");

    assertThat(server.stranger().post("/import/runs", Map.of()).status()).isEqualTo(401);
    assertThat(browser.post("/import/runs", Map.of()).status()).isEqualTo(400);
    assertThat(imported(server.token(browser, "READ", "RUN"))).isEqualTo(403);
    assertThat(imported(server.token(browser, "MANAGE"))).isEqualTo(400);
  }

  private static int imported(String token) throws Exception {
    return RawHttp.send(
            server.server().url().getPort(),
            "POST",
            "/import/runs",
            Map.of(
                "Host", "localhost",
                "Content-Type", "application/json",
                "Authorization", "Bearer " + token),
            "{}")
        .status();
  }

  @Test
  void theExportIsNotForPrograms() throws Exception {
    String token = server.token(server.browser("exporter"), "READ", "RUN", "MANAGE");

    assertThat(status("/account/export", token)).isEqualTo(403);
  }

  /** The address of a guard is compared as text; the router must not understand more than it. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "/%6detrics",
        "//metrics",
        "/./metrics",
        "/x/../metrics",
        "/metrics//",
        "/metrics;a=b",
        "/METRICS",
        "/prometheus/",
        "/%70rometheus",
        "/prometheus%2f",
        "/prometheus?x=/health"
      })
  void anotherSpellingIsNoWayRound(String path) throws Exception {
    RawHttp.Response answer =
        RawHttp.send(server.server().url().getPort(), "GET", path, Map.of("Host", "localhost"), "");

    assertThat(answer.body()).doesNotContain("jvm");
  }

  /** What the framework could tell of itself; the page is what stands at every other address. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "/info",
        "/routes",
        "/beans",
        "/loggers",
        "/env",
        "/refresh",
        "/stop",
        "/threaddump",
        "/caches",
        "/flyway",
        "/token_info",
        "/login",
        "/logout",
        "/oauth/login/oidc"
      })
  void theFrameworkTellsNothingOfItself(String path) {
    Browser boss = server.administrator();

    Browser.Page page = boss.get(path);

    assertThat(page.body()).contains("<title>Assay</title>");
    assertThat(boss.post(path, Map.of()).status()).isEqualTo(405);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/.well-known/oauth-protected-resource",
        "/.git/config",
        "/.env",
        "/application.yml",
        "/assets/.DS_Store"
      })
  void thereIsNothingAtHiddenFiles(String path) {
    assertThat(server.stranger().get(path).status()).isEqualTo(404);
  }

  @Test
  void aFolderIsNotListed() {
    assertThat(server.stranger().get("/assets/").body()).doesNotContain("main-1.js");
  }

  private static int status(String path, String token) throws Exception {
    HttpRequest request =
        HttpRequest.newBuilder(server.server().url().resolve(path))
            .header("Authorization", "Bearer " + token)
            .build();
    try (HttpClient http = HttpClient.newHttpClient()) {
      return http.send(request, BodyHandlers.discarding()).statusCode();
    }
  }

  /** Where one may GET, one may also HEAD. */
  private static Set<String> routes(TestServer of) {
    return of.bean(Router.class)
        .uriRoutes()
        .filter(route -> !route.getHttpMethodName().equals("HEAD"))
        .map(route -> route.getHttpMethodName() + " " + route.getUriMatchTemplate())
        .collect(Collectors.toCollection(TreeSet::new));
  }

  @SafeVarargs
  private static Set<String> union(Set<String>... sets) {
    Set<String> all = new TreeSet<>();
    for (Set<String> set : sets) {
      all.addAll(set);
    }
    return all;
  }
}
