package dev.assay.identity;

import dev.assay.database.Sql;
import dev.assay.graphql.Caller;
import dev.assay.graphql.Credential;
import dev.assay.graphql.UserId;
import dev.assay.testing.Browser;
import dev.assay.testing.GraphQLClient;
import dev.assay.testing.Issuer;
import dev.assay.testing.TestServer;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** A service at which one signs in, and its provider. */
final class SignedInServer implements AutoCloseable {
  static final String ADMINISTRATOR = "boss@example.org";

  private final Issuer issuer = Issuer.start();
  private final TestServer server;

  private SignedInServer(Map<String, Object> own) {
    Map<String, Object> settings =
        new HashMap<>(SignInProviders.properties(Map.of("OIDC_ISSUER", issuer.url().toString())));
    settings.put("assay.admin-emails", ADMINISTRATOR);
    settings.put("assay.sign-in-attempts-per-minute", 1_000);
    settings.putAll(own);
    server = TestServer.start(settings);
  }

  static SignedInServer start() {
    return start(Map.of());
  }

  static SignedInServer start(Map<String, Object> own) {
    return new SignedInServer(own);
  }

  TestServer server() {
    return server;
  }

  /** A browser in which nobody is signed in. */
  Browser stranger() {
    return new Browser(server.url());
  }

  /** A browser in which somebody is signed in. */
  Browser browser(String name) {
    Browser browser = stranger();
    browser.signIn("oidc", name, Map.of("name", name));
    return browser;
  }

  /** A browser in which the administrator is signed in. */
  Browser administrator() {
    Browser browser = stranger();
    browser.signIn("oidc", "boss", Map.of("email", ADMINISTRATOR, "email_verified", true));
    return browser;
  }

  /** A client with a browser's cookies. */
  GraphQLClient client(Browser browser) {
    return server.client().with("Cookie", browser.cookieHeader());
  }

  /** A client with an API token that somebody makes now. */
  GraphQLClient script(Browser browser, String... scopes) {
    return server.client().with("Authorization", "Bearer " + token(browser, scopes));
  }

  /** The text of an API token that somebody makes now. */
  String token(Browser browser, String... scopes) {
    return browser
        .data(
            "mutation($input: CreateApiTokenInput!) { createApiToken(input: $input) { token } }",
            Map.of("input", Map.of("name", "script", "scopes", List.of(scopes))))
        .get("createApiToken")
        .get("token")
        .text();
  }

  /** Who is signed in in a browser. */
  String id(Browser browser) {
    return browser.data("{ viewer { id } }", Map.of()).get("viewer").get("id").text();
  }

  /** The caller that a browser's requests have, for a service's own methods. */
  Caller caller(Browser browser) {
    UUID id = UUID.fromString(id(browser));
    return new Caller(new UserId(id), "somebody", false, Credential.local(id));
  }

  /** Changes rows as time would. */
  void age(String statement) {
    server.bean(Sql.class).update(statement, _ -> {});
  }

  @Override
  public void close() {
    server.close();
    issuer.close();
  }
}
